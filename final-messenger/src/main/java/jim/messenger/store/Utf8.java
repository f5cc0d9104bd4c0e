package jim.messenger.store;

/** How long a text is in UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes {@code text} has, without making them. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates has four bytes: two for each of its halves.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
