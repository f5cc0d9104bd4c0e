package jim.engine.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import jim.testkit.ScriptedPeer;

/**
 * A certificate for {@code localhost} that vouches for itself, and its two files.
 *
 * @param chain the file with the certificate
 * @param key the file with its key
 */
public record TestCertificate(Certificate certificate, Path chain, Path key) {
    private static final char[] PASSWORD = "secret".toCharArray();

    /** Makes one, and its files in {@code directory}. */
    public static TestCertificate make(Path directory) throws Exception {
        return write(SelfSigned.of(List.of("dns:localhost", "ip:127.0.0.1")), directory);
    }

    /** The same with a key of another kind, such as {@code RSA}. */
    static TestCertificate make(Path directory, String kind) throws Exception {
        Path store = directory.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line =
                "-genkeypair -alias us -dname CN=localhost -ext SAN=dns:localhost -storepass secret -keyalg " + kind;
        Process making = new ProcessBuilder((keytool + " " + line + " -keystore " + store).split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(making.getInputStream().readAllBytes(), US_ASCII);
        assertThat(making.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        X509Certificate made = (X509Certificate) keys.getCertificate("us");
        return write(new Certificate(List.of(made), (PrivateKey) keys.getKey("us", PASSWORD)), directory);
    }

    private static TestCertificate write(Certificate made, Path directory) throws Exception {
        Path chain = directory.resolve("chain.pem");
        Path key = directory.resolve("key.pem");
        Files.writeString(chain, pem("CERTIFICATE", made.chain().get(0).getEncoded()), US_ASCII);
        Files.writeString(key, pem("PRIVATE KEY", made.key().getEncoded()), US_ASCII);
        return new TestCertificate(made, chain, key);
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /** A client's TLS that trusts this certificate and no other. */
    public SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("us", certificate.chain().get(0));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Somebody who is connected to {@code port} of this computer, and will have this certificate and no other. */
    public SSLSocket connect(int port) throws GeneralSecurityException, IOException {
        SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return socket;
    }
}
