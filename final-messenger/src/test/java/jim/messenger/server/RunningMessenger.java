package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jim.logging.LogFile;
import jim.messenger.server.MessengerServer.Options;
import jim.messenger.store.MemoryStore;

/** The messenger on a free port, and the people who visit it, for one test. For any thread. */
public final class RunningMessenger implements AutoCloseable {
    private final MessengerServer server;
    private final InetSocketAddress address;
    private final Queue<Visitor> visitors = new ConcurrentLinkedQueue<>();

    /** A messenger without a log. */
    public RunningMessenger() throws IOException {
        this(LogFile.none(), Options.USUAL);
    }

    /** A messenger that waits for a login as long as {@code patience}. */
    RunningMessenger(Duration patience) throws IOException {
        this(LogFile.none(), Options.USUAL.withPatience(Patience.USUAL.withLogin(patience)));
    }

    RunningMessenger(LogFile log, Options options) throws IOException {
        this(log, options, 0);
    }

    private RunningMessenger(LogFile log, Options options, int port) throws IOException {
        server = new MessengerServer(log, options, new MemoryStore(InstantSource.system()));
        address = server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A messenger that comes after another one, where that one was. */
    public static RunningMessenger at(InetSocketAddress address) throws IOException {
        return new RunningMessenger(LogFile.none(), Options.USUAL, address.getPort());
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Somebody who has connected and said nothing yet. */
    public Visitor visitor() throws IOException {
        Visitor visitor = Visitor.to(address);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody who has logged in. */
    public Visitor visitor(String name) throws IOException {
        return visitor().login(name);
    }

    /** Hangs up on all visitors' side first, so that nothing is left for the server to wait for. */
    @Override
    public void close() throws IOException {
        for (Visitor visitor : visitors) {
            visitor.close();
        }
        server.close();
    }
}
