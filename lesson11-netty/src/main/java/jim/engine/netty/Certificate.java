package jim.engine.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a server shows to prove its name, and the key that only it has.
 *
 * @param chain a PEM file with its certificate, and those that vouch for it
 * @param key a PEM file with its private key, in PKCS #8 and without a password
 */
public record Certificate(Path chain, Path key) {
    /** By the JDK's own TLS, in the two versions that are still thought safe. */
    SslContext context() throws IOException {
        try {
            return SslContextBuilder.forServer(chain.toFile(), key.toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot use the certificate " + chain + " with the key " + key, e);
        }
    }
}
