package jim.engine.netty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Makes certificates for which nobody vouches but they themselves. Whoever connects has to know one by its looks. The work is
 * keytool's, which stands beside every {@code java}: the JDK has no way to do it that a program may call.
 */
public final class SelfSigned {
    private static final String ALIAS = "server";
    /** Of a file that is gone before anybody else could read it. */
    private static final String PASSWORD = "for a moment";

    private SelfSigned() {}

    /**
     * A new certificate, with a new key.
     *
     * @param names of the server, such as {@code dns:localhost} and {@code ip:127.0.0.1}
     */
    public static Certificate of(List<String> names) throws IOException {
        Path directory = Files.createTempDirectory("certificate");
        Path store = directory.resolve("keys.p12");
        try {
            run(names, store);
            return read(store);
        } catch (GeneralSecurityException e) {
            throw new IOException("what keytool has made cannot be read", e);
        } finally {
            Files.deleteIfExists(store);
            Files.delete(directory);
        }
    }

    private static void run(List<String> names, Path store) throws IOException {
        Process keytool = new ProcessBuilder(command(names, store))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (!Files.exists(store)) {
            throw new IOException("keytool makes none: " + said.strip());
        }
    }

    private static List<String> command(List<String> names, Path store) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        return List.of(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=JIM messenger",
                "-ext",
                "SAN=" + String.join(",", names),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }

    private static Certificate read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        PrivateKey key = (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray());
        return new Certificate(List.of((X509Certificate) keys.getCertificate(ALIAS)), key);
    }
}
