package jim.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The way from a connection's outbox to its peer: a thread of its own, the writer, which sleeps while nothing may be written.
 * What is not marked otherwise is for the writer.
 */
final class Outgoing {
    private static final int GATHERED = 64 * 1_024;

    /** For any thread, as is the next. */
    private final Outbox outbox;

    private final Pace pace = new Pace();
    private volatile Thread writer;
    /** Whether the writer has nothing to write, or may not. */
    private volatile boolean sleeps;

    /** Whether the last frame was written alone, and when the next may be. */
    private boolean isPaced;

    private long nextAt;

    Outgoing(Outbox outbox) {
        this.outbox = outbox;
    }

    /** As {@link Connection#pace} says. From any thread. */
    void pace(Duration gap) {
        pace.set(gap);
        wake();
    }

    /** To be called after each change of the outbox: it is written first, and looked at here then. From any thread. */
    void wake() {
        if (sleeps) {
            LockSupport.unpark(writer);
        }
    }

    /** Writes until nothing more will come. The thread that calls it is the writer. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        writer = Thread.currentThread();
        while (somethingIsDue()) {
            writeWhatWaits(out);
        }
    }

    /** Waits until something is to be written; false when nothing more will be. */
    private boolean somethingIsDue() throws InterruptedException {
        while (isNothingToDo()) {
            sleeps = true;
            if (isNothingToDo()) {
                sleep();
            }
            sleeps = false;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return !outbox.isOver();
    }

    private boolean isNothingToDo() {
        return !outbox.isOver() && (outbox.bytes() == 0 || isHeldBack());
    }

    private boolean isHeldBack() {
        return isPaced && pace.holdsBack(outbox) && nextAt - System.nanoTime() > 0;
    }

    private void sleep() {
        if (outbox.bytes() == 0) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nextAt - System.nanoTime());
        }
    }

    private void writeWhatWaits(OutputStream out) throws IOException {
        ByteBuffer waiting = ByteBuffer.allocate(Math.min(outbox.bytes(), GATHERED));
        isPaced = pace.holdsBack(outbox);
        outbox.fill(waiting, isPaced ? 1 : Integer.MAX_VALUE);
        out.write(waiting.array(), 0, waiting.position());
        outbox.sent(waiting.position());
        nextAt = System.nanoTime() + pace.gapNanos();
    }
}
