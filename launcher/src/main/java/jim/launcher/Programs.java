package jim.launcher;

import java.util.List;

/** The commands that start a server and a client. */
interface Programs {
    /** A server that listens on {@code port}, 0 for any free one, and ends when its standard input does. */
    List<String> server(int port);

    /** A client named {@code name} of the server on {@code port}, which ends when its standard input does. */
    List<String> client(int port, String name);
}
