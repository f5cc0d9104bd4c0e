package jim.cli;

/**
 * A value that somebody has given to an option.
 *
 * @param where it stands, as a sentence names it: {@code --port}, {@code JIM_PORT}, {@code 'port' in jim.properties}
 */
record Setting(String value, String where) {
    /** Whether a flag is switched off, which only a value can do. */
    boolean isOff() {
        return value.equals("false");
    }
}
