package jim.messenger.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certificate: short enough to be compared by people, and no two certificates have the same.
 *
 * @param text as OpenSSL and browsers show it, such as {@code 3F:0A:…}
 */
public record Fingerprint(String text) {
    private static final HexFormat WITH_COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final Pattern BYTES = Pattern.compile("[0-9A-F]{64}");

    /** What a person has typed or copied, with or without colons; empty when it is none. */
    public static Optional<Fingerprint> parse(String typed) {
        String digits = typed.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
        return BYTES.matcher(digits).matches()
                ? Optional.of(
                        new Fingerprint(WITH_COLONS.formatHex(HexFormat.of().parseHex(digits))))
                : Optional.empty();
    }

    /** That of {@code certificate}. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(
                    WITH_COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
