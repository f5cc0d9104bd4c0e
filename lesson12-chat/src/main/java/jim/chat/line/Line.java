package jim.chat.line;

/**
 * What a person has typed.
 *
 * @param bare whether the answer is wanted by itself: there was a {@code /} before the command
 * @param command the first word, without that
 * @param rest all that follows the first space; empty when there is none
 */
record Line(boolean bare, String command, String rest) {
    static Line of(String text) {
        boolean bare = text.startsWith("/");
        String line = bare ? text.substring(1) : text;
        return new Line(bare, before(line), behind(line));
    }

    /** The next word. A space ends it, so that between two spaces there is an empty one. */
    String word() {
        return before(rest);
    }

    /** All that follows {@link #word}, with every space that it has. */
    String text() {
        return behind(rest);
    }

    private static String before(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static String behind(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space + 1);
    }
}
