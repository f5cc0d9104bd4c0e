package jim.peers;

import java.io.IOException;
import java.net.Socket;
import jim.protocol.Frame;

/** Servers that a client meets one day. A good client understands the last one, and gives up the others in time. */
enum WrongServer implements Behaviour {
    /** Accepts, and never answers. */
    SILENT("never answers") {
        @Override
        public void play(Socket socket) {
            // The client is to lose its patience first.
        }
    },
    /** Goes away in place of an answer. */
    HANGUP("hangs up instead of answering") {
        @Override
        public void play(Socket socket) throws IOException {
            socket.shutdownOutput();
        }
    },
    /** Speaks another protocol. */
    GARBAGE("answers a line that is no JSON") {
        @Override
        public void play(Socket socket) throws IOException {
            socket.getOutputStream()
                    .write(Frame.of("HTTP/1.1 400 Bad Request\r\n\r\n").toByteArray());
        }
    },
    /** Right, only slow. */
    SPLIT("answers rightly, one byte at a time") {
        @Override
        public void play(Socket socket) throws IOException {
            Behaviour.drip(socket, Frame.of("{\"response\":200,\"time\":1.5,\"alert\":\"welcome, друг\"}\n"));
        }
    };

    private final String meaning;

    WrongServer(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
