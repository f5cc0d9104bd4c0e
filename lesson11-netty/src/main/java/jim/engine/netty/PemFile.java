package jim.engine.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text file with certificates or keys, each in base 64 between two lines that say what it is.
 *
 * @param path where it is
 * @param text what stands in it
 */
record PemFile(Path path, String text) {
    private static final Pattern CERTIFICATE = block("CERTIFICATE");
    private static final Pattern KEY = block("PRIVATE KEY");
    /** With a password, or in a form of one kind of key alone, which only the program that made it can be sure to read. */
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN [A-Z]+ PRIVATE KEY-----");

    private static Pattern block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----");
    }

    static PemFile read(Path path) throws IOException {
        try {
            return new PemFile(path, Files.readString(path, ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path + ".", e);
        } catch (AccessDeniedException e) {
            throw new IOException("no permission to read " + path + ".", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + path + " (" + e.getMessage() + ").", e);
        }
    }

    /** All certificates, at least one. */
    List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (MatchResult block : CERTIFICATE.matcher(text).results().toList()) {
            certificates.add(certificate(bytes(block)));
        }
        if (certificates.isEmpty()) {
            throw new IOException(
                    path + " holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----.");
        }
        return List.copyOf(certificates);
    }

    private X509Certificate certificate(byte[] bytes) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw damaged(e);
        }
    }

    /** The first key, of the given kind. */
    PrivateKey privateKey(String kind) throws IOException {
        MatchResult block = KEY.matcher(text).results().findFirst().orElse(null);
        if (block == null) {
            throw new IOException(whyNoKey());
        }
        try {
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes(block)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key in " + path + " is damaged, or of another kind than the certificate's.", e);
        }
    }

    private String whyNoKey() {
        return OTHER_KEY.matcher(text).find()
                ? "the key in " + path + " has a password or is in an old form. Write it anew: openssl pkey -in " + path
                        + " -out NEW.pem"
                : path + " holds no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----.";
    }

    private byte[] bytes(MatchResult block) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private IOException damaged(Exception why) {
        return new IOException(path + " is damaged: what stands between its BEGIN and END cannot be read.", why);
    }
}
