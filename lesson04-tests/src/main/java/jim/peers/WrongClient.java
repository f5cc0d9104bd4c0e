package jim.peers;

import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import jim.protocol.Frame;
import jim.testkit.Pieces;

/** Clients that do what no test by hand does. A good server serves the first two, and survives the others. */
enum WrongClient implements Behaviour {
    /** Right, only slow. */
    DRIP("sends a presence one byte at a time") {
        @Override
        public void play(Socket socket) throws IOException {
            Behaviour.drip(socket, PRESENCE);
            socket.shutdownOutput();
        }
    },
    /** Right, only fast. */
    GLUE("sends ten presences in one write") {
        @Override
        public void play(Socket socket) throws IOException {
            List<Frame> ten = Collections.nCopies(10, PRESENCE);
            socket.getOutputStream().write(Pieces.glued(ten));
            socket.shutdownOutput();
        }
    },
    /** Speaks another protocol. */
    GARBAGE("sends a line that is no JSON") {
        @Override
        public void play(Socket socket) throws IOException {
            socket.getOutputStream().write(Frame.of("GET / HTTP/1.1\r\n\r\n").toByteArray());
        }
    },
    /** Its network fails. */
    HALF("hangs up in the middle of a presence") {
        @Override
        public void play(Socket socket) throws IOException {
            socket.getOutputStream()
                    .write(Pieces.splitAt(PRESENCE.length() / 2, PRESENCE.toByteArray())
                            .get(0));
            socket.shutdownOutput();
        }
    },
    /** Forgot what it came for. */
    SILENT("says nothing and waits") {
        @Override
        public void play(Socket socket) {
            // The server is to lose its patience first.
        }
    };

    private static final Frame PRESENCE =
            Frame.of("{\"action\":\"presence\",\"user\":{\"account_name\":\"wrong\",\"status\":\"я\"}}");

    private final String meaning;

    WrongClient(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
