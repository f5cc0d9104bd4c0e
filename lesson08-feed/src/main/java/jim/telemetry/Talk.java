package jim.telemetry;

import java.io.IOException;
import java.net.Socket;

/** What a server does for one client, from the first byte to the last. */
interface Talk {
    /**
     * Talks to {@code client} until one of the two has had enough. Called on a thread of its own.
     *
     * @return how it went, for the person who runs the server
     * @throws IOException when the connection breaks
     */
    String with(Socket client) throws IOException;
}
