package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jim.protocol.Frame;
import jim.protocol.JsonFraming;
import jim.testkit.ScriptedPeer;

/** An engine that listens on a free port, for one test. */
public final class RunningEngine implements AutoCloseable {
    /** How the engine is made that the test is about. */
    public interface Maker {
        Engine make(EngineOptions options) throws IOException;
    }

    /** A loopback address with any free port. */
    static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final BlockingQueue<Heard> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final List<Heard> all = new ArrayList<>();
    private final Engine engine;
    private final InetSocketAddress address;

    /** An engine with room for {@code outboxBytes} for each peer, on which {@code reaction} answers every frame. */
    public RunningEngine(Maker maker, int outboxBytes, Heard.Reaction reaction) throws IOException {
        this(maker, outboxBytes, connection -> {}, reaction);
    }

    /** As above; {@code greeting} is what the acceptor does. */
    RunningEngine(Maker maker, int outboxBytes, Consumer<Connection> greeting, Heard.Reaction reaction)
            throws IOException {
        engine = maker.make(options(outboxBytes, failures::add));
        address = engine.start(ANYWHERE, connection -> {
            greeting.accept(connection);
            Heard heard = new Heard(connection, reaction);
            accepted.add(heard);
            return heard;
        });
    }

    static EngineOptions options(int outboxBytes, Consumer<Throwable> failures) {
        return new EngineOptions(JsonFraming::new, outboxBytes, () -> Heard.TOO_SLOW, failures);
    }

    public InetSocketAddress address() {
        return address;
    }

    ScriptedPeer connect() throws IOException {
        return ScriptedPeer.connect(address);
    }

    /** A connection on which a test can tell an orderly end from a reset. */
    public Socket connectPlainly() throws IOException {
        return connect(new Socket());
    }

    /** As above; its system has little room for what the test does not read. */
    Socket connectNarrowly() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1_024);
        return connect(socket);
    }

    private Socket connect(Socket socket) throws IOException {
        socket.connect(address);
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return socket;
    }

    /** Waits for the listener of the next connection. */
    public Heard awaitAccepted() throws InterruptedException {
        Heard heard = accepted.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(heard).as("a new connection's listener").isNotNull();
        all.add(heard);
        return heard;
    }

    /** Waits until the engine has reported that something was thrown. */
    public Throwable awaitFailure() throws InterruptedException {
        return failures.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** A new peer is served as if nothing had happened. Needs an engine that echoes. */
    void assertServes() throws Exception {
        Frame frame = Frame.of("{\"still\":\"here\"}");
        try (ScriptedPeer peer = connect()) {
            assertThat(peer.send(frame).awaitFrame()).isEqualTo(frame);
        }
        Heard heard = awaitAccepted();
        assertThat(heard.awaitFrame()).isEqualTo(frame);
        heard.awaitClosed();
    }

    public void stop() {
        engine.close();
    }

    /** Stops it. Every listener has then heard of its end once, and nothing that the test has not waited for. */
    @Override
    public void close() {
        stop();
        all.forEach(Heard::assertEnded);
    }
}
