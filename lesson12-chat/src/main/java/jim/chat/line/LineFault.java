package jim.chat.line;

/** Why a line did nothing: the text behind {@code [ERROR] - }. */
final class LineFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace, as it is expected and becomes an answer. */
    LineFault(String text) {
        super(text, null, false, false);
    }
}
