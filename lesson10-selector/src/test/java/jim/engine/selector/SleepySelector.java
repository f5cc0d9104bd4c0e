package jim.engine.selector;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.HashSet;
import java.util.Set;
import jim.testkit.ScriptedPeer;

/** A selector without channels, which a test can watch: how often its loop only looks, and when it sleeps. For any thread. */
final class SleepySelector extends AbstractSelector {
    private final Set<SelectionKey> none = new HashSet<>();
    /** A lock of its own: whoever selects holds that of the selector itself. */
    private final Object lock = new Object();

    private long looks;
    private boolean isAsleep;
    private boolean isWoken;

    SleepySelector() {
        super(null);
    }

    /** How many times it was asked without a wait. */
    long looks() {
        synchronized (lock) {
            return looks;
        }
    }

    /** Waits until somebody sleeps in it, and nothing has been done to end that. */
    void awaitSleep() throws InterruptedException {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        synchronized (lock) {
            for (long left = 1; !isAsleep || isWoken; left = (deadline - System.nanoTime()) / 1_000_000) {
                if (left <= 0) {
                    throw new AssertionError("the loop never sleeps; it has looked " + looks + " times");
                }
                lock.wait(left);
            }
        }
    }

    @Override
    public int selectNow() {
        synchronized (lock) {
            looks++;
            isWoken = false;
            return 0;
        }
    }

    @Override
    public int select() {
        return select(0);
    }

    @Override
    public int select(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        synchronized (lock) {
            isAsleep = true;
            lock.notifyAll();
            try {
                for (long left = millis; !isWoken && left >= 0; left = left(deadline, millis)) {
                    lock.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            isAsleep = false;
            isWoken = false;
            return 0;
        }
    }

    /** How many milliseconds of a wait are left, at least one; 0 when it has no end, less when it is over. */
    private static long left(long deadline, long millis) {
        if (millis == 0 || millis > 1_000_000_000) {
            return 0;
        }
        long nanos = deadline - System.nanoTime();
        return nanos <= 0 ? -1 : Math.max(1, nanos / 1_000_000);
    }

    @Override
    public Selector wakeup() {
        synchronized (lock) {
            isWoken = true;
            lock.notifyAll();
            return this;
        }
    }

    @Override
    public Set<SelectionKey> keys() {
        return none;
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return none;
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        throw new UnsupportedOperationException("it has no channels");
    }

    @Override
    protected void implCloseSelector() {}
}
