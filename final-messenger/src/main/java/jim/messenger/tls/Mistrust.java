package jim.messenger.tls;

import java.security.cert.CertificateException;

/** The server's certificate is not what it should be. Its message is a sentence for the person. */
final class Mistrust extends CertificateException {
    private static final long serialVersionUID = 1L;

    Mistrust(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
