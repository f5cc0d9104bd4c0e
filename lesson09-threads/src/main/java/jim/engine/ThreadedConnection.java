package jim.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jim.protocol.Frame;
import jim.protocol.Framing;

/**
 * A connection with a thread that reads and a thread that writes.
 *
 * <pre>
 *   any thread ── send ──▶ Outbox ──▶ writer ──▶ socket ──▶ reader ──▶ listener
 *
 *   the peer ends its stream, or breaks it ──┐
 *   close() ─────────────────────────────────┼─▶ reader: onClosed ─▶ waits for the writer ─▶ lingers ─▶ closes the socket
 *   the outbox is full: one last frame ──────┘   writer: sends the rest, until nobody holds it ─▶ ends our stream
 * </pre>
 */
final class ThreadedConnection implements Connection {
    private static final int CHUNK = 8_192;

    private final Socket socket;
    private final SocketAddress peer;
    private final long since = System.nanoTime();
    private final EngineOptions options;
    private final Framing framing;
    private final Outbox outbox;
    private final Outgoing outgoing;
    private final Gate gate = new Gate();
    private final AtomicReference<Cause> cause = new AtomicReference<>();
    /** The listener has heard of the end: only then does the peer hear of it, who may come again at once. */
    private final CountDownLatch told = new CountDownLatch(1);

    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Thread reader;

    ThreadedConnection(Socket socket, EngineOptions options) {
        this.socket = socket;
        this.peer = socket.getRemoteSocketAddress();
        this.options = options;
        this.framing = options.framing().get();
        this.outbox = new Outbox(options.outboxBytes(), options.failures());
        this.outgoing = new Outgoing(outbox);
    }

    /** Starts to read, and with it all else; {@code atEnd} is run when the connection has ended. */
    void start(Acceptor acceptor, Runnable atEnd) {
        ConnectionThreads.start("read-" + peer, () -> {
            reader = Thread.currentThread();
            serve(acceptor);
            linger();
            drop();
            atEnd.run();
            ended.countDown();
        });
    }

    @Override
    public void send(Frame frame) {
        if (outbox.offer(frame) == Outbox.Offer.FULL) {
            outbox.endWith(options.tooSlow().get());
            end(Cause.TOO_SLOW);
            wakeReader();
        }
        outgoing.wake();
    }

    @Override
    public void afterSent(Runnable then) {
        outbox.afterSent(then);
    }

    @Override
    public void close() {
        end(Cause.CLOSED);
        outbox.end();
        wakeReader();
        outgoing.wake();
    }

    @Override
    public void hold() {
        outbox.hold();
    }

    @Override
    public void release() {
        outbox.release();
        outgoing.wake();
    }

    /**
     * A reader that has something to read wakes by itself; it must still be able to read, or nothing can linger. A peer that
     * speaks in this very moment for the first time may be reset.
     */
    private void wakeReader() {
        gate.openForGood();
        if (Thread.currentThread() == reader) {
            return;
        }
        try {
            if (socket.getInputStream().available() == 0) {
                socket.shutdownInput();
            }
        } catch (IOException e) {
            // It is closed already, and the reader awake.
        }
    }

    @Override
    public void pause() {
        gate.close();
    }

    @Override
    public void resume() {
        gate.open();
    }

    @Override
    public void pace(Duration gap) {
        outgoing.pace(gap);
    }

    @Override
    public SocketAddress peer() {
        return peer;
    }

    @Override
    public long since() {
        return since;
    }

    void awaitEnd(long time, TimeUnit unit) {
        try {
            if (!ended.await(time, unit)) {
                drop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Acceptor acceptor) {
        ConnectionListener listener = opened(acceptor);
        if (listener != null) {
            listen(new Hearing(framing, listener, this));
        }
    }

    /** The writer begins when the listener is there, which may want a pace from the first frame on. */
    private ConnectionListener opened(Acceptor acceptor) {
        try {
            ConnectionListener listener = acceptor.accepted(this);
            ConnectionThreads.start("write-" + peer, this::write);
            return listener;
        } catch (RuntimeException | Error e) {
            options.failures().accept(e);
            written.countDown();
            return null;
        }
    }

    private void listen(Hearing hearing) {
        try {
            end(readAll(hearing));
        } catch (RuntimeException | Error e) {
            end(Cause.LISTENER_FAILED);
            options.failures().accept(e);
        }
        if (cause.get() == Cause.PEER_LOST) {
            outbox.abandon();
        } else {
            outbox.end();
        }
        outgoing.wake();
        try {
            hearing.end(cause.get());
        } catch (RuntimeException | Error e) {
            options.failures().accept(e);
        } finally {
            told.countDown();
        }
    }

    /** Reads until somebody ends it, and says who. */
    private Cause readAll(Hearing hearing) {
        try {
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[CHUNK];
            while (goesOn()) {
                int count = in.read(chunk);
                if (count < 0) {
                    return Cause.PEER_LEFT;
                }
                pass(ByteBuffer.wrap(chunk, 0, count), hearing);
            }
            return Cause.CLOSED;
        } catch (IOException e) {
            return Cause.PEER_LOST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Cause.CLOSED;
        }
    }

    private void pass(ByteBuffer bytes, Hearing hearing) throws InterruptedException {
        while (bytes.hasRemaining() && goesOn()) {
            hearing.next(bytes);
        }
    }

    private boolean goesOn() throws InterruptedException {
        gate.pass();
        return isOpen();
    }

    /** To close a socket with bytes unread would reset it, and the peer might never see what was sent last. */
    private void linger() {
        try {
            if (written.await(Phase.END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                discardInput(System.nanoTime() + Phase.LINGER.toNanos());
            }
        } catch (IOException e) {
            // Over, or the peer is gone: there is nothing more to do for it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discardInput(long deadline) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int count = 0;
        for (long left = Phase.LINGER.toNanos(); left > 0 && count >= 0; left = deadline - System.nanoTime()) {
            socket.setSoTimeout(1 + (int) TimeUnit.NANOSECONDS.toMillis(left));
            count = socket.getInputStream().read(chunk);
        }
    }

    private void write() {
        try {
            outgoing.writeTo(socket.getOutputStream());
            told.await();
            socket.shutdownOutput();
        } catch (IOException e) {
            end(Cause.PEER_LOST);
            wakeReader();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.abandon();
        written.countDown();
    }

    private boolean isOpen() {
        return cause.get() == null;
    }

    /** The first cause is the true one: what follows is its effect. */
    private void end(Cause why) {
        cause.compareAndSet(null, why);
    }

    /** Closes the socket, whatever is still to be said. */
    private void drop() {
        outbox.abandon();
        outgoing.wake();
        try {
            socket.close();
        } catch (IOException e) {
            options.failures().accept(e);
        }
    }
}
