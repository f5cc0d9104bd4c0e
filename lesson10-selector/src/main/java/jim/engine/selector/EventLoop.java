package jim.engine.selector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jim.engine.EngineOptions;

/**
 * One thread and the channels that it serves, in rounds. What a round has brought up is written at its end, each
 * connection once, however many frames it got; only when an outbox fills quickly, before more is read.
 *
 * <pre>
 *   any thread ── execute ──▶ tasks ─────────────┐
 *                                                ▼
 *   ┌──▶ select ──▶ channels that are ready ──▶ tasks ──▶ timers ──▶ flush ──┐
 *   └────────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
final class EventLoop {
    private static final int READ_BYTES = 64 * 1_024;
    private static final int WRITE_BYTES = 128 * 1_024;

    /** What has to be done when a channel is ready. */
    interface Ready {
        void ready(SelectionKey key);
    }

    private record Timer(long due, Runnable work) implements Comparable<Timer> {
        /** The clock may begin anywhere, and pass zero. */
        @Override
        public int compareTo(Timer other) {
            return Long.compare(due - other.due, 0);
        }
    }

    private final Selector selector;
    private final Thread thread;
    private final EngineOptions options;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** What others want flushed: the last, which knows the one before. */
    private final AtomicReference<Outgoing> othersToFlush = new AtomicReference<>();

    private volatile boolean isAsleep;
    /** Whether so much waits at some connection that it should be written before the next channel is read. */
    private volatile boolean hurries;

    /** The rest is used by the loop's own thread alone. */
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();

    private final ByteBuffer readBuffer = ByteBuffer.allocate(READ_BYTES);
    private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(WRITE_BYTES);
    private final Set<SelectorConnection> connections = new HashSet<>();
    private final List<SelectionKey> ready = new ArrayList<>();
    private List<Outgoing> toFlush = new ArrayList<>();
    private List<Outgoing> flushing = new ArrayList<>();
    private boolean closing;

    /** A loop that does not run yet. */
    EventLoop(String name, EngineOptions options) throws IOException {
        this(name, options, Selector.open());
    }

    /** A loop that does not run yet, and waits with {@code selector}, which it closes when it ends. */
    EventLoop(String name, EngineOptions options, Selector selector) {
        this.selector = selector;
        this.options = options;
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    EngineOptions options() {
        return options;
    }

    /** Serves {@code connection} until it is removed. */
    void add(SelectorConnection connection) {
        connections.add(connection);
    }

    void remove(SelectorConnection connection) {
        connections.remove(connection);
    }

    /** Whether it ends with its last connection. */
    boolean isClosing() {
        return closing;
    }

    /** Closes every connection, each in its own time; with the last one, or after {@code patience}, the loop ends. */
    void close(Duration patience) {
        execute(() -> {
            closing = true;
            connections.forEach(SelectorConnection::close);
            later(patience, () -> List.copyOf(connections).forEach(SelectorConnection::drop));
        });
    }

    boolean isThisThread() {
        return Thread.currentThread() == thread;
    }

    /** Runs {@code task} in a round to come. May be called from any thread. */
    void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    /** For whoever has given it something to do; a loop that is not asleep will see that before it sleeps. */
    private void wake() {
        if (isAsleep) {
            selector.wakeup();
        }
    }

    /** Runs {@code work} after {@code delay}. */
    void later(Duration delay, Runnable work) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), work));
    }

    /** Flushes {@code outgoing} at the end of the round. May be called from any thread, but only once until the flush. */
    void flushLater(Outgoing outgoing) {
        if (isThisThread()) {
            toFlush.add(outgoing);
            return;
        }
        Outgoing before;
        do {
            before = othersToFlush.get();
            outgoing.setNextToFlush(before);
        } while (!othersToFlush.compareAndSet(before, outgoing));
        wake();
    }

    /** Flushes before the end of the round, when the channel that is being read has been. May be called from any thread. */
    void hurry() {
        hurries = true;
    }

    /** Calls {@code ready} whenever {@code channel} is ready for one of {@code operations}. */
    SelectionKey register(SelectableChannel channel, int operations, Ready ready) throws IOException {
        return channel.register(selector, operations, ready);
    }

    /** For what is read and looked at within one call. */
    ByteBuffer readBuffer() {
        return readBuffer.clear();
    }

    /** For what is written within one call. */
    ByteBuffer writeBuffer() {
        return writeBuffer.clear();
    }

    /** Waits until the loop has ended. */
    void join(Duration patience) throws InterruptedException {
        if (!isThisThread()) {
            thread.join(Math.max(1, patience.toMillis()));
        }
    }

    private void run() {
        try (selector) {
            while (!closing || !connections.isEmpty()) {
                round();
            }
        } catch (IOException e) {
            options.failures().accept(e);
        }
    }

    private void round() throws IOException {
        try {
            select();
            serve();
            runTimers();
            flush();
        } catch (RuntimeException | Error e) {
            options.failures().accept(e);
        }
    }

    /** Says that it sleeps before it looks whether there is something to do: who adds something, looks the other way round. */
    private void select() throws IOException {
        ready.clear();
        isAsleep = true;
        long wait = millisToWait();
        if (wait == 0) {
            selector.selectNow(ready::add);
        } else {
            selector.select(ready::add, wait);
        }
        isAsleep = false;
    }

    private void serve() {
        for (SelectionKey key : ready) {
            if (key.isValid()) {
                ready(key);
            }
            if (hurries) {
                flush();
            }
        }
        runTasks();
    }

    /** How long there is nothing to do but for channels; less than a millisecond is one. */
    private long millisToWait() {
        if (!tasks.isEmpty() || !toFlush.isEmpty() || othersToFlush.get() != null) {
            return 0;
        }
        Timer first = timers.peek();
        if (first == null) {
            return Long.MAX_VALUE;
        }
        long nanos = first.due - System.nanoTime();
        return nanos <= 0 ? 0 : 1 + TimeUnit.NANOSECONDS.toMillis(nanos - 1);
    }

    private static void ready(SelectionKey key) {
        ((Ready) key.attachment()).ready(key);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void runTimers() {
        while (!timers.isEmpty() && timers.peek().due - System.nanoTime() <= 0) {
            timers.remove().work.run();
        }
    }

    private void flush() {
        hurries = false;
        Outgoing other = othersToFlush.getAndSet(null);
        while (other != null) {
            Outgoing next = other.nextToFlush();
            other.setNextToFlush(null);
            toFlush.add(other);
            other = next;
        }
        List<Outgoing> now = toFlush;
        toFlush = flushing;
        flushing = now;
        for (Outgoing outgoing : now) {
            outgoing.flushAsAsked();
        }
        now.clear();
    }
}
