package jim.messenger.tls;

import java.io.IOException;

/** No private connection to the server is possible. Its message is a sentence for the person: why, and what to do next. */
public final class PrivacyException extends IOException {
    private static final long serialVersionUID = 1L;

    PrivacyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
