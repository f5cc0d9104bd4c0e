package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jim.engine.netty.Certificate;
import jim.logging.LogFile;
import jim.messenger.delivery.Accounts;
import jim.messenger.limits.Limits;
import jim.messenger.metrics.Tally;
import jim.messenger.store.MemoryStore;
import jim.messenger.store.MessageStore;

/**
 * The messenger on a free port, and the people who visit it, for one test. It limits nobody: tests are faster than people. For
 * any thread.
 */
public final class RunningMessenger implements AutoCloseable {
    private final MessengerServer server;
    private final InetSocketAddress address;
    private final Queue<Visitor> visitors = new ConcurrentLinkedQueue<>();

    /** A messenger without a log. */
    public RunningMessenger() throws IOException {
        this(LogFile.none(), MessengerOptions.USUAL);
    }

    /** A messenger that waits for a login as long as {@code patience}. */
    RunningMessenger(Duration patience) throws IOException {
        this(LogFile.none(), MessengerOptions.USUAL.withPatience(Patience.USUAL.withLogin(patience)));
    }

    /** A messenger to which those may come whom {@code accounts} admits. */
    public static RunningMessenger admitting(Accounts accounts) throws IOException {
        return new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withAccounts(accounts));
    }

    RunningMessenger(LogFile log, MessengerOptions options) throws IOException {
        this(new MessengerServer(log, options.withLimits(Limits.NONE), inMemory()), 0);
    }

    /** One that keeps what is said in {@code store}, which it closes. */
    RunningMessenger(MessageStore store) throws IOException {
        this(new MessengerServer(LogFile.none(), MessengerOptions.USUAL.withLimits(Limits.NONE), store), 0);
    }

    private RunningMessenger(MessengerServer server, int port) throws IOException {
        this.server = server;
        address = server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A messenger that comes after another one, where that one was. */
    public static RunningMessenger at(InetSocketAddress address) throws IOException {
        return new RunningMessenger(
                new MessengerServer(LogFile.none(), MessengerOptions.USUAL.withLimits(Limits.NONE), inMemory()),
                address.getPort());
    }

    /** A messenger that opens to TLS alone, at {@code port}; 0 for any free one. */
    public static RunningMessenger encrypted(Certificate certificate, int port) throws IOException {
        Engines engines = new EncryptedEngines(() -> certificate);
        return new RunningMessenger(
                new MessengerServer(
                        LogFile.none(),
                        MessengerOptions.USUAL.withLimits(Limits.NONE),
                        inMemory(),
                        engines,
                        new Tally()),
                port);
    }

    private static MemoryStore inMemory() {
        return new MemoryStore(InstantSource.system());
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

    /** The server stops while people are there. */
    void stop() {
        server.close();
    }

    /** Somebody who has logged in with further fields, such as {@code 'ext':['id']}. */
    Visitor visitor(String name, String more) throws IOException {
        return visitor().whenFree(Visitor.presence(name, more));
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
