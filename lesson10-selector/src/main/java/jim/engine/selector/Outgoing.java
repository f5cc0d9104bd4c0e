package jim.engine.selector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import jim.engine.Outbox;
import jim.engine.Pace;

/**
 * The way from a connection's outbox to its peer. Any thread may ask for a flush; the loop flushes, once for all who have
 * asked. What is not marked otherwise is for the loop's thread.
 */
final class Outgoing {
    /** A field, and not an object of its own: each message comes by here. */
    private static final AtomicIntegerFieldUpdater<Outgoing> FLUSHES_ASKED =
            AtomicIntegerFieldUpdater.newUpdater(Outgoing.class, "flushesAsked");

    private final SelectorConnection connection;
    private final SocketChannel channel;
    private final EventLoop loop;
    /** For any thread, as are the next two. */
    private final Outbox outbox;

    private final Pace pace = new Pace();

    /** 1 when it is on the loop's list of those to be flushed, else 0. */
    private volatile int flushesAsked;

    /** For the thread that has set {@link #flushesAsked}, and after it the loop's. */
    private Outgoing nextToFlush;

    private boolean waitsForRoom;
    private boolean waitsForPace;

    Outgoing(SelectorConnection connection, SocketChannel channel, EventLoop loop, Outbox outbox) {
        this.connection = connection;
        this.channel = channel;
        this.loop = loop;
        this.outbox = outbox;
    }

    /** As {@link jim.engine.Connection#pace} says. From any thread. */
    void pace(Duration gap) {
        pace.set(gap);
    }

    /** Asks for a flush at the end of the round. From any thread. */
    void flushSoon() {
        if (flushesAsked == 0 && FLUSHES_ASKED.compareAndSet(this, 0, 1)) {
            loop.flushLater(this);
        }
    }

    /** Asks for a flush before more is read: much waits. From any thread. */
    void flushSooner() {
        flushSoon();
        loop.hurry();
    }

    /** The next on the loop's list of what others want flushed; for whoever has asked for this flush, and then the loop. */
    Outgoing nextToFlush() {
        return nextToFlush;
    }

    void setNextToFlush(Outgoing next) {
        nextToFlush = next;
    }

    /** Flushes, and from now on may be asked again: not before, or it would be on the loop's list twice. */
    void flushAsAsked() {
        flushesAsked = 0;
        flush();
    }

    /** The peer has room again. */
    void roomIsThere() {
        waitsForRoom = false;
        connection.adjustInterest();
        flush();
    }

    /** Whether it is to be told when the peer has room again. */
    boolean waitsForRoom() {
        return waitsForRoom;
    }

    /** Writes what waits, as much as the peer has room for. */
    void flush() {
        boolean paced = pace.holdsBack(outbox) && outbox.bytes() > 0;
        if (!connection.writes() || (waitsForPace && paced) || (waitsForRoom && !outbox.isCrowded())) {
            return;
        }
        try {
            ByteBuffer out = loop.writeBuffer();
            outbox.fill(out, paced ? 1 : Integer.MAX_VALUE);
            boolean more = outbox.sent(channel.write(out.flip()));
            written(more, out.hasRemaining(), paced);
        } catch (IOException e) {
            connection.lose();
        }
    }

    private void written(boolean more, boolean full, boolean paced) {
        if (full) {
            waitsForRoom = true;
            connection.adjustInterest();
        } else if (paced) {
            waitsForPace = true;
            loop.later(Duration.ofNanos(pace.gapNanos()), this::paceIsOver);
        } else if (more) {
            flushSoon();
        } else {
            connection.allIsWritten();
        }
    }

    private void paceIsOver() {
        waitsForPace = false;
        flush();
    }
}
