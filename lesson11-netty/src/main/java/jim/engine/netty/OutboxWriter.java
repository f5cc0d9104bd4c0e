package jim.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jim.engine.Outbox;
import jim.engine.Pace;

/**
 * Writes what waits in an outbox into a channel: one chunk, and when that is on its way, the next. What a round of the
 * event loop has brought up leaves together, because a flush is a task, and tasks are run when all channels have been read.
 */
final class OutboxWriter {
    private static final int CHUNK = 64 * 1_024;

    /** Of each loop: those for whom so much waits that it should be written before more is read. */
    private static final FastThreadLocal<List<OutboxWriter>> HURRYING = new FastThreadLocal<>() {
        @Override
        protected List<OutboxWriter> initialValue() {
            return new ArrayList<>();
        }
    };

    private final Channel channel;
    private final Outbox outbox;
    private final Runnable whenEmpty;
    /** Made once, as they are needed for every flush. */
    private final Runnable flush = this::flush;

    private final ChannelFutureListener whenWritten = this::written;
    /** Whether a flush is among the loop's tasks. For any thread, as is the next. */
    private final AtomicBoolean flushAsked = new AtomicBoolean();

    private final Pace pace = new Pace();

    /** The rest is used by the loop alone: how much is on its way. */
    private int leaving;

    private boolean paced;
    /** What ends the wait between two paced frames; null when there is none. */
    private Future<?> gap;

    /**
     * @param whenEmpty is run whenever nothing waits any more
     */
    OutboxWriter(Channel channel, Outbox outbox, Runnable whenEmpty) {
        this.channel = channel;
        this.outbox = outbox;
        this.whenEmpty = whenEmpty;
    }

    void pace(Duration gap) {
        pace.set(gap);
    }

    /** Flushes at the end of the round. May be called from any thread. */
    void flushSoon() {
        if (!flushAsked.get() && flushAsked.compareAndSet(false, true)) {
            channel.eventLoop().execute(flush);
        }
    }

    /** The same; and where the loop itself has filled the outbox, before it reads more. May be called from any thread. */
    void flushSooner() {
        flushSoon();
        if (channel.eventLoop().inEventLoop()) {
            HURRYING.get().add(this);
        }
    }

    /** Flushes those for whom much waits. For a loop that has just read, and holds no lock. */
    static void flushThoseThatHurry() {
        List<OutboxWriter> hurrying = HURRYING.get();
        for (int i = 0; i < hurrying.size(); i++) {
            hurrying.get(i).flush();
        }
        hurrying.clear();
    }

    private void flush() {
        flushAsked.set(false);
        int waiting = outbox.bytes();
        boolean heldBack = gap != null && waiting > 0 && pace.holdsBack(outbox);
        if (leaving > 0 || heldBack) {
            return;
        }
        if (waiting == 0) {
            whenEmpty.run();
        } else if (channel.isActive()) {
            write(waiting);
        }
    }

    private void write(int waiting) {
        paced = pace.holdsBack(outbox);
        ByteBuf chunk = channel.alloc().directBuffer(Math.min(waiting, CHUNK));
        ByteBuffer room = chunk.internalNioBuffer(0, Math.min(waiting, CHUNK));
        int from = room.position();
        outbox.fill(room, paced ? 1 : Integer.MAX_VALUE);
        leaving = room.position() - from;
        channel.writeAndFlush(chunk.writerIndex(leaving)).addListener(whenWritten);
    }

    /** A write fails when the channel is closed, and then there is nothing more to do. */
    private void written(ChannelFuture write) {
        if (!write.isSuccess()) {
            return;
        }
        boolean more = outbox.sent(leaving);
        leaving = 0;
        if (paced) {
            gap = channel.eventLoop().schedule(this::gapIsOver, pace.gapNanos(), TimeUnit.NANOSECONDS);
        } else if (more) {
            flushSoon();
        } else {
            whenEmpty.run();
        }
    }

    private void gapIsOver() {
        gap = null;
        flush();
    }
}
