package jim.engine.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * What a server shows to prove its name, and the key that only it has.
 *
 * @param chain its certificate, and then those that vouch for it
 * @param key the private key that belongs to the first of them
 */
public record Certificate(List<X509Certificate> chain, PrivateKey key) {
    /** How each kind of key signs, to find out whether two belong together. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private static final byte SAMPLE = 1;

    /**
     * Reads one from two PEM files, or from one that holds both.
     *
     * @param chain a file with the certificate, and those that vouch for it
     * @param key a file with the private key, in PKCS #8 and without a password
     * @throws IOException with a sentence for the person who named the files
     */
    public static Certificate of(Path chain, Path key) throws IOException {
        List<X509Certificate> certificates = PemFile.read(chain).certificates();
        String kind = certificates.get(0).getPublicKey().getAlgorithm();
        if (!SIGNATURES.containsKey(kind)) {
            throw new IOException(chain + " is for a key of the kind " + kind + ": use one with RSA, EC or Ed25519.");
        }
        Certificate pair = new Certificate(certificates, PemFile.read(key).privateKey(kind));
        if (!pair.belongTogether()) {
            throw new IOException("the key in " + key + " does not belong to the certificate in " + chain
                    + ": name the key with which that certificate was asked for.");
        }
        return pair;
    }

    /** One signs a byte, and the other knows the signature; of no bytes at all, not every kind of key makes one. */
    private boolean belongTogether() {
        try {
            Signature signature = Signature.getInstance(SIGNATURES.get(key.getAlgorithm()));
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** By the JDK's own TLS, in the two versions that are still thought safe. */
    SslContext context() throws IOException {
        return SslContextBuilder.forServer(key, chain)
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .build();
    }
}
