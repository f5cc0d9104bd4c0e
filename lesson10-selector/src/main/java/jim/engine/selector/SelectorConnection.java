package jim.engine.selector;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import jim.engine.Acceptor;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.Outbox;
import jim.engine.Phase;
import jim.protocol.Frame;

/** A connection of an event loop, through its {@link Phase}s. What is not marked otherwise is for the loop's thread. */
final class SelectorConnection implements Connection {
    /** Atomic fields, and not objects of their own: there may be ten thousand connections, and each message comes by here. */
    private static final AtomicReferenceFieldUpdater<SelectorConnection, Cause> CAUSE =
            AtomicReferenceFieldUpdater.newUpdater(SelectorConnection.class, Cause.class, "cause");

    private static final AtomicIntegerFieldUpdater<SelectorConnection> PAUSES =
            AtomicIntegerFieldUpdater.newUpdater(SelectorConnection.class, "pauses");

    private final SocketChannel channel;
    private final SocketAddress peer;
    private final long since = System.nanoTime();
    private final EventLoop loop;
    /** For any thread, as are the next three. */
    private final Outbox outbox;

    private final Outgoing outgoing;

    /** The first cause is the true one: what follows is its effect. Null while it is open. */
    private volatile Cause cause;

    /** How many have paused it and not resumed it again. */
    private volatile int pauses;

    private Phase phase = Phase.OPEN;
    private SelectionKey key;
    /** Null when the acceptor has refused; then it is not open either. */
    private Incoming incoming;

    private boolean inputEnded;

    SelectorConnection(SocketChannel channel, EventLoop loop) throws IOException {
        this.channel = channel;
        this.peer = channel.getRemoteAddress();
        this.loop = loop;
        this.outbox = new Outbox(loop.options().outboxBytes(), loop.options().failures());
        this.outgoing = new Outgoing(this, channel, loop, outbox);
    }

    /** Begins to read, when {@code acceptor} has said who listens. */
    void open(Acceptor acceptor) {
        loop.add(this);
        try {
            key = loop.register(channel, SelectionKey.OP_READ, this::ready);
            incoming = new Incoming(this, loop.options().framing().get(), acceptor.accepted(this));
        } catch (IOException | RuntimeException | Error e) {
            listenerFailed(e);
        }
        if (loop.isClosing()) {
            close();
        }
    }

    @Override
    public void send(Frame frame) {
        switch (outbox.offer(frame)) {
            case TAKEN -> outgoing.flushSoon();
            case CROWDED -> outgoing.flushSooner();
            case FULL -> {
                outbox.endWith(loop.options().tooSlow().get());
                end(Cause.TOO_SLOW);
            }
            case ENDED -> {}
        }
    }

    @Override
    public void afterSent(Runnable then) {
        outbox.afterSent(then);
    }

    @Override
    public void close() {
        outbox.end();
        end(Cause.CLOSED);
    }

    @Override
    public void hold() {
        outbox.hold();
    }

    @Override
    public void release() {
        if (outbox.release()) {
            outgoing.flushSoon();
        }
    }

    @Override
    public void pause() {
        PAUSES.incrementAndGet(this);
        loop.execute(this::adjustInterest);
    }

    @Override
    public void resume() {
        if (PAUSES.decrementAndGet(this) == 0) {
            loop.execute(this::readOn);
        }
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

    /** From any thread; the listener hears of it when it is not in the middle of another call. */
    private void end(Cause why) {
        if (CAUSE.compareAndSet(this, null, why)) {
            loop.execute(this::finish);
        }
    }

    private boolean isOpen() {
        return cause == null;
    }

    private void ready(SelectionKey ready) {
        if (ready.isReadable()) {
            read();
        }
        if (ready.isValid() && ready.isWritable()) {
            outgoing.roomIsThere();
        }
    }

    /** One read for each time that it is ready, or a flood on one connection would hold up the others. */
    private void read() {
        try {
            ByteBuffer bytes = loop.readBuffer();
            int count = channel.read(bytes);
            if (count < 0) {
                inputEnds();
            } else if (phase == Phase.OPEN) {
                pass(bytes.flip());
            }
        } catch (IOException e) {
            lose();
        }
    }

    private void inputEnds() {
        inputEnded = true;
        adjustInterest();
        end(Cause.PEER_LEFT);
        if (phase == Phase.LINGERING) {
            drop();
        }
    }

    private void pass(ByteBuffer bytes) {
        try {
            incoming.pass(bytes);
        } catch (RuntimeException | Error e) {
            listenerFailed(e);
        }
        if (incoming.holds()) {
            adjustInterest();
        }
    }

    /** What a listener throws is reported, and ends its own connection alone. */
    private void listenerFailed(Throwable failure) {
        loop.options().failures().accept(failure);
        end(Cause.LISTENER_FAILED);
    }

    /** Whether the listener may hear more. */
    boolean goesOn() {
        return isOpen() && pauses == 0;
    }

    private void readOn() {
        if (isOpen()) {
            pass(incoming.held());
        }
        adjustInterest();
    }

    /** Other threads may pause and resume at any moment: what is held decides, and not their word alone. */
    void adjustInterest() {
        if (key != null && key.isValid()) {
            boolean reads = !inputEnded && (!isOpen() || (goesOn() && !incoming.holds()));
            key.interestOps((reads ? SelectionKey.OP_READ : 0) | (outgoing.waitsForRoom() ? SelectionKey.OP_WRITE : 0));
        }
    }

    /** Whether what waits may be written. */
    boolean writes() {
        return phase == Phase.OPEN || phase == Phase.ENDING;
    }

    /** Nothing waits any more. */
    void allIsWritten() {
        if (phase == Phase.ENDING && outbox.isOver()) {
            linger();
        }
    }

    private void finish() {
        if (phase != Phase.OPEN) {
            return;
        }
        phase = Phase.ENDING;
        outbox.end();
        tellTheEnd();
        adjustInterest();
        loop.later(Phase.END_PATIENCE, this::drop);
        if (outbox.isOver()) {
            linger();
        } else {
            outgoing.flush();
        }
    }

    private void tellTheEnd() {
        if (incoming == null) {
            return;
        }
        try {
            incoming.end(cause);
        } catch (RuntimeException | Error e) {
            listenerFailed(e);
        }
    }

    private void linger() {
        phase = Phase.LINGERING;
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            lose();
            return;
        }
        if (inputEnded) {
            drop();
        } else {
            loop.later(Phase.LINGER, this::drop);
        }
    }

    /** The network has broken it: nothing can be sent any more. */
    void lose() {
        outbox.abandon();
        end(Cause.PEER_LOST);
        finish();
        drop();
    }

    /** Closes the socket, whatever is still to be said. */
    void drop() {
        if (phase == Phase.CLOSED) {
            return;
        }
        phase = Phase.CLOSED;
        outbox.abandon();
        loop.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            loop.options().failures().accept(e);
        }
    }
}
