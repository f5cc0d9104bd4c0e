package jim.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import jim.presence.Journal;

/**
 * Tells all listeners what the sources report, on one thread that waits for none of them: it writes what a listener has
 * room for, and comes back when there is room again. A thread for each would have to be woken for each report.
 *
 * <pre>
 *   ┌──▶ wait: somebody comes, leaves, or has room, or a report is published ──▶ tell everybody what waits ──┐
 *   └────────────────────────────────────────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
final class ListenerHall implements AutoCloseable {
    private static final int GATHER_BYTES = 64 * 1_024;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    private final ServerSocketChannel door;
    private final Board board;
    private final Journal journal;
    private final Selector selector;
    /** For the hall's thread alone, as is the next one. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(GATHER_BYTES);

    private final Set<ListenerSeat> seats = new HashSet<>();
    /** Those whose queue has overflowed. */
    private final Queue<ListenerSeat> tooSlow = new ConcurrentLinkedQueue<>();

    private volatile boolean closed;

    /** A hall that nobody enters yet. */
    ListenerHall(ServerSocketChannel door, Board board, Journal journal) throws IOException {
        this.door = door;
        this.board = board;
        this.journal = journal;
        this.selector = Selector.open();
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Begins, on a thread that ends when the hall is closed. */
    void start() {
        board.whenPublished(selector::wakeup);
        new Thread(this::run, "listeners").start();
    }

    private void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::ready);
                tellAll();
            }
        } catch (CancelledKeyException e) {
            // The door was closed while it was looked at.
        } catch (IOException e) {
            journal.caught("the listeners cannot be told any more", e);
        }
        List.copyOf(seats).forEach(seat -> leave(seat, "the server is closed"));
    }

    private void ready(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
        } else {
            ListenerSeat seat = (ListenerSeat) key.attachment();
            attempt(seat, () -> seat.ready(buffer.clear()));
        }
    }

    private void tellAll() {
        for (ListenerSeat seat = tooSlow.poll(); seat != null; seat = tooSlow.poll()) {
            leave(seat, "too slow, disconnected");
        }
        List.copyOf(seats).forEach(seat -> attempt(seat, () -> seat.tell(buffer)));
    }

    /** What can go wrong with one listener ends its own connection alone. */
    private void attempt(ListenerSeat seat, ListenerSeat.Step step) {
        try {
            step.take();
        } catch (IOException e) {
            leave(seat, "left");
        } catch (RuntimeException e) {
            journal.caught(seat + " cannot be told any more", e);
            leave(seat, "our fault");
        }
    }

    private void accept() {
        try {
            SocketChannel channel = door.accept();
            if (channel != null) {
                seat(channel);
            }
        } catch (IOException e) {
            journal.caught("no listener can be accepted now", e);
            // Out of descriptors: some listener must leave before the next can come.
            LockSupport.parkNanos(ACCEPT_PAUSE.toNanos());
        }
    }

    private void seat(SocketChannel channel) throws IOException {
        ListenerSeat seat = new ListenerSeat(channel, board.join());
        seats.add(seat);
        journal.note(seat + " came");
        attempt(seat, () -> seat.open(selector));
        seat.whenTooSlow(() -> {
            tooSlow.add(seat);
            selector.wakeup();
        });
    }

    private void leave(ListenerSeat seat, String how) {
        if (seats.remove(seat)) {
            seat.close(journal);
            journal.note(seat + " went: " + how);
        }
    }

    /** Lets nobody in any more, and sends everybody home. */
    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        selector.wakeup();
    }
}
