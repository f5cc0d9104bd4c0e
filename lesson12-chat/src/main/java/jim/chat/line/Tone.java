package jim.chat.line;

/** What a line is about, for a screen that has colours. */
public enum Tone {
    /** Somebody comes or goes. */
    SYSTEM,
    /** An answer. */
    INFO,
    /** What was asked for is not done. */
    ERROR,
    /** Somebody says something to all, or in a room. */
    MESSAGE,
    /** Somebody says something to one person. */
    PRIVATE
}
