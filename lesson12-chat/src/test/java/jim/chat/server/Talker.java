package jim.chat.server;

/** Somebody who says lines to the chat and hears lines, through any of its doors. For one thread. */
interface Talker {
    void say(String line) throws Exception;

    /** Waits for the next line. */
    String hear() throws Exception;

    /** Waits for the server to end the connection, with nothing more to hear before. */
    void awaitEnd() throws Exception;

    /** Ends the connection. */
    void hangUp() throws Exception;
}
