package jim.handlers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import jim.protocol.JimFault;
import jim.testkit.ScriptedPeer;

/** A server on a free port, for one test. */
final class LiveServer implements AutoCloseable {
    /** A handler has all the time that a test has. */
    static final RequestServer.Options PATIENT = RequestServer.Options.DEFAULT.withTimeLimit(Duration.ofMinutes(1));

    private final RequestServer server;
    private final InetSocketAddress address;

    private LiveServer(RequestServer server, InetSocketAddress at) throws IOException {
        this.server = server;
        this.address = server.start(at);
    }

    static LiveServer with(Object... handlers) throws IOException {
        return of(Dispatcher.of(HandlersMain.COMMANDS, handlers), PATIENT);
    }

    static LiveServer of(Dispatcher<Integer, RequestHandler> table, RequestServer.Options options) throws IOException {
        return of(table, options, HandlerLogs.none());
    }

    static LiveServer of(Dispatcher<Integer, RequestHandler> table, RequestServer.Options options, HandlerLogs logs)
            throws IOException {
        return new LiveServer(
                new RequestServer(table, options, logs), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A server at {@code address}, where another one was. */
    static LiveServer at(InetSocketAddress address, Object... handlers) throws IOException {
        Dispatcher<Integer, RequestHandler> table = Dispatcher.of(HandlersMain.COMMANDS, handlers);
        return new LiveServer(new RequestServer(table, PATIENT, HandlerLogs.none()), address);
    }

    InetSocketAddress address() {
        return address;
    }

    ScriptedPeer connect() throws IOException {
        return ScriptedPeer.connect(address);
    }

    /** The next answer that {@code client} gets. */
    static Answer answer(ScriptedPeer client) throws IOException {
        try {
            return Answer.read(client.awaitFrame());
        } catch (JimFault fault) {
            throw new AssertionError("no answer", fault);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
