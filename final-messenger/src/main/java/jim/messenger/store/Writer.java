package jim.messenger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.messenger.store.Change.Standing;

/**
 * The one thread that writes. Takes what has been asked for meanwhile, makes it one transaction, and tells all of them when
 * that is on the disk: the more there is to do, the more share one wait for the disk.
 */
final class Writer implements AutoCloseable {
    /** The wait for the disk shares well among so many; more of them would only make the first wait longer. */
    private static final int GROUP = 500;

    private static final int QUEUED = 10_000;
    private static final long IDLE_MILLIS = 50;
    private static final long CLOSING_MILLIS = 8_000;

    private final Statements statements;
    private final List<Standing> beside;
    private final List<Standing> between;
    private final Consumer<Throwable> failures;
    private final Pulse pulse;
    private final BlockingQueue<Change> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Thread thread = new Thread(this::run, "store");
    private volatile boolean closing;
    private boolean failing;

    /**
     * A writer that does not write yet.
     *
     * @param beside are made with every group, before it
     * @param between are made by themselves when they are due
     * @param failures hears why nothing can be kept, once until something can be kept again
     * @param pulse hears how it went with each group
     */
    Writer(
            Statements statements,
            List<Standing> beside,
            List<Standing> between,
            Consumer<Throwable> failures,
            Pulse pulse) {
        this.statements = statements;
        this.beside = List.copyOf(beside);
        this.between = List.copyOf(between);
        this.failures = failures;
        this.pulse = pulse;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Any thread. Does not block: what does not fit into the queue is refused at once. */
    void ask(Change change) {
        if (closing) {
            refuse(change, Refusal.closed());
        } else if (!queue.offer(change)) {
            refuse(change, Refusal.tooBusy());
        }
    }

    private static void refuse(Change change, ChatFault why) {
        change.takeBack();
        change.refused(why);
    }

    private void run() {
        List<Change> group = new ArrayList<>(GROUP);
        while (!closing || !queue.isEmpty()) {
            group.addAll(beside);
            boolean isAsked = take(group);
            if (isAsked || beside.stream().anyMatch(Standing::isDue)) {
                keep(group);
            }
            group.clear();
            keepBetween();
        }
        keep(beside);
        between.forEach(Standing::ends);
        keepBetween();
    }

    private void keepBetween() {
        between.stream().filter(Standing::isDue).forEach(due -> keep(List.of(due)));
    }

    private boolean take(List<Change> group) {
        try {
            Change first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            group.add(first);
            queue.drainTo(group, GROUP - 1);
            return true;
        } catch (InterruptedException e) {
            closing = true;
            return false;
        }
    }

    private void keep(List<? extends Change> group) {
        long begun = System.nanoTime();
        try {
            statements.begin();
            for (Change change : group) {
                change.make();
            }
            statements.commit();
        } catch (SQLException | RuntimeException why) {
            takeBack(group, why);
            return;
        }
        failing = false;
        if (group.size() > beside.size()) { // Somebody waited for it.
            pulse.committed(System.nanoTime() - begun);
        }
        tell(group, Change::kept);
    }

    private void takeBack(List<? extends Change> group, Exception why) {
        statements.rollback();
        pulse.failed();
        for (int i = group.size() - 1; i >= 0; i--) {
            group.get(i).takeBack();
        }
        if (!failing) {
            failing = true;
            failures.accept(why);
        }
        ChatFault told = Refusal.broken();
        tell(group, change -> change.refused(told));
    }

    /** Whatever one of those who hear of it throws, the others hear of it too. */
    private void tell(List<? extends Change> group, Consumer<Change> how) {
        for (Change change : group) {
            try {
                how.accept(change);
            } catch (RuntimeException | Error e) {
                failures.accept(e);
            }
        }
    }

    /** Takes nothing more, and returns when what was asked for is kept. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
