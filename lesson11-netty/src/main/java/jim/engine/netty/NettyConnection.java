package jim.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.EngineOptions;
import jim.engine.Hearing;
import jim.engine.Outbox;
import jim.engine.Phase;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/**
 * A connection at the end of a channel's pipeline, from one {@link Phase} to the next. What is not marked otherwise runs on
 * the channel's event loop alone.
 */
final class NettyConnection extends ChannelInboundHandlerAdapter implements Connection {
    private final SocketChannel channel;
    private final SocketAddress peer;
    private final Wire wire;
    private final Service service;
    /** For any thread, as are the next three. */
    private final Outbox outbox;

    private final OutboxWriter writer;
    /** The first cause is the true one: what follows is its effect. */
    private final AtomicReference<Cause> cause = new AtomicReference<>();

    /** How many have paused it and not resumed it again. */
    private final AtomicInteger pauses = new AtomicInteger();

    private Phase phase = Phase.OPEN;
    /** Null when the acceptor has refused; then it is not open either. */
    private Hearing hearing;

    /** What was read and is still to be passed on; more than one piece only after a pause. */
    private final Deque<ByteBuf> unread = new ArrayDeque<>(1);

    /** Why nothing is read behind that; null when something may be. */
    private JimFault unreadable;

    private boolean peerHasLeft;
    private Future<?> patience;

    NettyConnection(SocketChannel channel, Wire wire, Service service) {
        this.channel = channel;
        this.peer = channel.remoteAddress();
        this.wire = wire;
        this.service = service;
        this.outbox = new Outbox(options().outboxBytes(), options().failures());
        this.writer = new OutboxWriter(channel, outbox, this::allIsWritten);
    }

    private EngineOptions options() {
        return service.options();
    }

    /** Its place in the pipeline is the beginning of its life. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        try {
            hearing = new Hearing(wire, service.acceptor().accepted(this), this);
        } catch (RuntimeException | Error e) {
            options().failures().accept(e);
            end(Cause.LISTENER_FAILED);
        }
    }

    @Override
    public void send(Frame frame) {
        sendRaw(wire.wrap(frame));
    }

    /** Sends bytes of the wire that are no frame. May be called from any thread. */
    void sendRaw(Frame bytes) {
        switch (outbox.offer(bytes)) {
            case TAKEN -> writer.flushSoon();
            case CROWDED -> writer.flushSooner();
            case FULL -> {
                outbox.endWith(wire.wrap(options().tooSlow().get()));
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
            writer.flushSoon();
        }
    }

    @Override
    public void pause() {
        pauses.incrementAndGet();
        channel.eventLoop().execute(this::adjustReading);
    }

    @Override
    public void resume() {
        if (pauses.decrementAndGet() == 0) {
            channel.eventLoop().execute(this::readOn);
        }
    }

    @Override
    public void pace(Duration gap) {
        writer.pace(gap);
    }

    @Override
    public SocketAddress peer() {
        return peer;
    }

    @Override
    public long since() {
        return Arrivals.at(channel);
    }

    /** From any thread; the listener hears of it when it is not in the middle of another call. */
    private void end(Cause why) {
        if (cause.compareAndSet(null, why)) {
            channel.eventLoop().execute(this::finish);
        }
    }

    private boolean isOpen() {
        return cause.get() == null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        unread.addLast((ByteBuf) read);
        passOn();
        OutboxWriter.flushThoseThatHurry();
    }

    private void passOn() {
        try {
            while (!unread.isEmpty() && passes()) {
                pass(unread.getFirst());
            }
            if (unreadable != null && passes()) {
                hearing.refuse(unreadable);
            }
        } catch (RuntimeException | Error e) {
            options().failures().accept(e);
            end(Cause.LISTENER_FAILED);
        }
        if (!isOpen()) {
            releaseUnread();
        } else if (peerHasLeft && unread.isEmpty()) {
            end(Cause.PEER_LEFT);
        }
    }

    private boolean passes() {
        return pauses.get() == 0 && isOpen();
    }

    private void pass(ByteBuf bytes) {
        ByteBuffer view = bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes());
        do {
            hearing.next(view);
        } while (view.hasRemaining() && passes());
        bytes.readerIndex(bytes.writerIndex() - view.remaining());
        if (!bytes.isReadable()) {
            unread.removeFirst().release();
        }
    }

    private void releaseUnread() {
        unread.forEach(ByteBuf::release);
        unread.clear();
    }

    private void readOn() {
        passOn();
        adjustReading();
    }

    /** By the event loop alone: Netty's switch forgets to read when two threads turn it at once. */
    private void adjustReading() {
        channel.config().setAutoRead(passes() || !isOpen());
    }

    /** The peer has broken a rule, and cannot be understood any more. What came before is still passed on. */
    void refuse(JimFault why) {
        unreadable = why;
        passOn();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        boolean saidInTls = event instanceof SslCloseCompletionEvent end && end.isSuccess();
        if (saidInTls || event instanceof ChannelInputShutdownEvent) {
            peerLeaves();
        }
    }

    /** The peer has said that nothing more will come. What came before is still passed on. */
    void peerLeaves() {
        peerHasLeft = true;
        passOn();
        if (phase == Phase.LINGERING && channel.isInputShutdown()) {
            drop();
        }
    }

    /** What the listener throws is caught nearer by: this is the network's or the peer's doing. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        lose();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lose();
    }

    private void finish() {
        if (phase != Phase.OPEN) {
            return;
        }
        phase = Phase.ENDING;
        releaseUnread();
        outbox.end();
        tellListener();
        adjustReading();
        dropAfter(Phase.END_PATIENCE);
        writer.flushSoon();
    }

    private void tellListener() {
        try {
            if (hearing != null) {
                hearing.end(cause.get());
            }
        } catch (RuntimeException | Error e) {
            options().failures().accept(e);
        }
    }

    private void allIsWritten() {
        if (phase != Phase.ENDING || !outbox.isOver()) {
            return;
        }
        phase = Phase.LINGERING;
        Frame farewell = wire.farewell(cause.get());
        ByteBuf bytes = farewell == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(farewell.toByteArray());
        channel.writeAndFlush(bytes).addListener(said -> Ending.ofOutput(channel, this::linger));
    }

    private void linger(ChannelFuture outputEnded) {
        if (channel.isInputShutdown()) {
            drop();
        } else {
            dropAfter(Phase.LINGER);
        }
    }

    /** The network has broken it: nothing can be sent any more. */
    private void lose() {
        outbox.abandon();
        end(Cause.PEER_LOST);
        finish();
        drop();
    }

    private void dropAfter(Duration time) {
        stopPatience();
        patience = channel.eventLoop().schedule(this::drop, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopPatience() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    /** Closes the socket, whatever is still to be said. */
    private void drop() {
        if (phase != Phase.CLOSED) {
            phase = Phase.CLOSED;
            stopPatience();
            outbox.abandon();
            Ending.of(channel);
        }
    }
}
