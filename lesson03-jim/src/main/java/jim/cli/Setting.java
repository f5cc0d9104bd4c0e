package jim.cli;

/**
 * A value that somebody has given to an option.
 *
 * @param where it stands, as a sentence names it: {@code --port}, {@code JIM_PORT}, {@code 'port' in jim.properties}
 */
record Setting(String value, String where) {
    /** Nobody means nothing: the variable in {@code --data "$FOLDER"} was not set. */
    void checkNotEmpty() throws Stop {
        if (value.isBlank()) {
            throw Stop.usage(where + " is empty: give it a value, or take it away.");
        }
    }

    /** Whether a flag is switched off, which only a value can do. */
    boolean isOff() {
        return value.equals("false");
    }
}
