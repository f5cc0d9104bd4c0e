package jim.presence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.sockets.DeadlineStream;

/** One visit to a server: connect, say who is here, hear the answer. */
public final class ClientExchange {
    private final ClientFunctions functions;
    private final Journal journal;
    private final Duration patience;

    /**
     * @param functions what the client does
     * @param journal where service messages go
     * @param patience how long to wait for the connection, and then for the answer
     */
    public ClientExchange(ClientFunctions functions, Journal journal, Duration patience) {
        this.functions = functions;
        this.journal = journal;
        this.patience = patience;
    }

    /**
     * Tells the server at {@code address} who is here.
     *
     * @return the server's answer, good or bad
     * @throws JimFault when the server does not speak JIM
     * @throws IOException when there is no server, or it hangs up or stays silent
     */
    public Response greet(InetSocketAddress address, Presence presence) throws IOException, JimFault {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) patience.toMillis());
            socket.setTcpNoDelay(true);
            journal.note("connected to " + address);
            functions.sendMessage(socket.getOutputStream(), presence);
            FrameReader in = new FrameReader(new DeadlineStream(socket, patience), new JsonFraming());
            return functions.parseAnswer(functions.receiveAnswer(in));
        }
    }
}
