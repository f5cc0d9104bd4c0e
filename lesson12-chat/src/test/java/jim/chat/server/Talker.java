package jim.chat.server;

import java.io.IOException;

/** Somebody who says lines to the chat and hears lines, through any of its doors. For one thread. */
interface Talker extends AutoCloseable {
    void say(String line) throws IOException;

    /** Waits for the next line; null when the server has ended the connection. */
    String hear() throws IOException;

    /** Hangs up. */
    @Override
    void close() throws IOException;
}
