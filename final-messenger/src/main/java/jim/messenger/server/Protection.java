package jim.messenger.server;

import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import jim.engine.netty.Certificate;
import jim.messenger.tls.Fingerprint;

/**
 * How the doors are protected, in the words for a person.
 *
 * @param certificate when it ends, and its fingerprint; empty when there is none
 * @param clientOption what our client needs on its line
 * @param web how the address of a page begins
 * @param terminal how to get to the door for terminals, a format with host, port, and the host as it stands in a URL
 * @param mind what to keep in mind
 */
record Protection(String certificate, String clientOption, String web, String terminal, String mind) {
    /** By nothing. */
    static final Protection NONE =
            new Protection("", "", "http://", "telnet %1$s %2$d", "messages are not encrypted on their way");

    /** By TLS with {@code certificate}. */
    static Protection by(Certificate certificate) {
        X509Certificate first = certificate.chain().get(0);
        Fingerprint fingerprint = Fingerprint.of(first);
        return new Protection(
                first.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate() + ", SHA-256 " + fingerprint,
                " --tls-fingerprint " + fingerprint,
                "https://",
                "openssl s_client -quiet -connect %3$s:%2$d",
                "all doors are encrypted; where the certificate is trusted, --tls will do");
    }
}
