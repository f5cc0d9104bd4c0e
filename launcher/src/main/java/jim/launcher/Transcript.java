package jim.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a child has printed, and how far it was read: a line that {@link #next} has passed is not found again. For any
 * thread; one of them at a time may wait.
 */
final class Transcript {
    private static final int MOST_UNREAD = 10_000;

    private final Deque<String> unread = new ArrayDeque<>();
    private final LastLines recent = new LastLines();
    private boolean open = true;

    /** Lines may come (again). */
    synchronized void open() {
        open = true;
    }

    /** No line will come: whoever waits for one gets none. */
    synchronized void close() {
        open = false;
        notifyAll();
    }

    /** A line has come. Past the bound the oldest is forgotten. */
    synchronized void add(String line) {
        if (unread.size() == MOST_UNREAD) {
            unread.removeFirst();
        }
        unread.addLast(line);
        recent.add(line);
        notifyAll();
    }

    /** The last few lines, read or not, oldest first. */
    List<String> recent() {
        return recent.all();
    }

    /**
     * The next unread line that contains {@code text}; it and all before it are then read. Waits for it as long as
     * {@code patience}. Empty when it did not come, and then nothing was read.
     */
    synchronized Optional<String> next(String text, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> found = find(text);
        long left = patience.toNanos();
        while (found.isEmpty() && open && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            found = find(text);
            left = end - System.nanoTime();
        }
        found.ifPresent(this::readUpTo);
        return found;
    }

    private Optional<String> find(String text) {
        return unread.stream().filter(line -> line.contains(text)).findFirst();
    }

    private void readUpTo(String line) {
        while (!unread.removeFirst().equals(line)) {
            // Passed over.
        }
    }
}
