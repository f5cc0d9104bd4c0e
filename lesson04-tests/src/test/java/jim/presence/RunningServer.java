package jim.presence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jim.protocol.JimCodec;
import jim.testkit.ScriptedPeer;

/** Lesson 3's server on a free port, for one test. */
public final class RunningServer implements AutoCloseable {
    private final Notes notes = new Notes();
    private final ServerLoop loop;
    private final InetSocketAddress address;
    private final CompletableFuture<Void> running;

    /** A server that listens, and serves each client for as long as {@code patience} at most. */
    public RunningServer(Duration patience) throws IOException {
        loop = new ServerLoop(new PresenceServer(new JimCodec()), notes, patience);
        address = loop.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        running = CompletableFuture.runAsync(loop::run, task -> new Thread(task, "server").start());
    }

    ScriptedPeer connect() throws IOException {
        return ScriptedPeer.connect(address);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    Notes notes() {
        return notes;
    }

    /** Stops it, and waits until it has stopped. */
    @Override
    public void close() throws IOException {
        loop.close();
        running.orTimeout(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
