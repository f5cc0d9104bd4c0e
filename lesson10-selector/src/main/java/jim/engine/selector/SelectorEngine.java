package jim.engine.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.engine.Acceptor;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;

/**
 * An engine with a few threads for all connections. Each is an {@link EventLoop} and serves its share; the first accepts
 * too.
 */
public final class SelectorEngine implements LoopEngine {
    private static final int BACKLOG = 4_096;
    private static final int AT_ONCE = 64;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final EngineOptions options;
    private final int loopCount;
    private final List<EventLoop> loops = new ArrayList<>();
    private ServerSocketChannel listening;
    private SelectionKey arrivals;
    private Acceptor acceptor;
    /** Which loop gets the next connection. For the first loop alone. */
    private int turn;

    /** An engine with one event loop, that does not listen yet. */
    public SelectorEngine(EngineOptions options) {
        this(options, 1);
    }

    /** An engine with so many event loops, that does not listen yet. */
    public SelectorEngine(EngineOptions options, int loopCount) {
        this.options = options;
        this.loopCount = loopCount;
    }

    @Override
    public InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException {
        listening = listen(at);
        InetSocketAddress address = (InetSocketAddress) listening.getLocalAddress();
        for (int i = 0; i < loopCount; i++) {
            loops.add(new EventLoop("loop-" + address.getPort() + "-" + i, options));
        }
        this.acceptor = acceptor;
        arrivals = loops.get(0).register(listening, SelectionKey.OP_ACCEPT, key -> accept(AT_ONCE));
        loops.forEach(EventLoop::start);
        return address;
    }

    private static ServerSocketChannel listen(InetSocketAddress at) throws IOException {
        if (at.isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(at, BACKLOG);
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void letIn(Runnable then) {
        loops.get(0).execute(() -> {
            accept(BACKLOG);
            then.run();
        });
    }

    private void accept(int most) {
        try {
            SocketChannel channel;
            for (int i = 0; i < most && (channel = listening.accept()) != null; i++) {
                open(channel);
            }
        } catch (ClosedChannelException e) {
            // The engine closes.
        } catch (IOException e) {
            acceptLater(e);
        }
    }

    /** Out of descriptors: the connections that are there go on, and some of them will end. */
    private void acceptLater(IOException why) {
        options.failures().accept(why);
        arrivals.interestOps(0);
        loops.get(0).later(ACCEPT_PAUSE, () -> {
            if (arrivals.isValid()) {
                arrivals.interestOps(SelectionKey.OP_ACCEPT);
            }
        });
    }

    private void open(SocketChannel channel) throws IOException {
        turn = (turn + 1) % loops.size();
        EventLoop loop = loops.get(turn);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectorConnection connection = new SelectorConnection(channel, loop);
            loop.execute(() -> connection.open(acceptor));
        } catch (IOException e) {
            channel.close();
            options.failures().accept(e);
        }
    }

    @Override
    public void close() {
        if (listening == null || !listening.isOpen()) {
            return;
        }
        loops.get(0).execute(this::closeLoops);
        try {
            for (EventLoop loop : loops) {
                loop.join(CLOSE_PATIENCE.multipliedBy(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the thread that accepts: afterwards, whoever was just arriving has been given to a loop. */
    private void closeLoops() {
        try {
            listening.close();
        } catch (IOException e) {
            options.failures().accept(e);
        }
        loops.forEach(loop -> loop.close(CLOSE_PATIENCE));
    }
}
