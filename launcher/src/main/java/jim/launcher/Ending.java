package jim.launcher;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends processes: asks, then tells, then forces, each with a little time to obey. For any thread, also at once. */
final class Ending {
    private static final long GRACE_MILLIS = 1_500;
    private static final List<Consumer<ChildProcess>> STEPS =
            List.of(ChildProcess::endInput, ChildProcess::terminate, ChildProcess::kill);

    private Ending() {}

    /**
     * Returns when all of {@code processes} are gone, after three times the grace at the latest; at once, and without
     * grace, when the thread is interrupted.
     */
    static void of(List<ChildProcess> processes) {
        try {
            stepByStep(processes);
        } catch (InterruptedException e) {
            processes.forEach(ChildProcess::kill);
            Thread.currentThread().interrupt();
        }
    }

    private static void stepByStep(List<ChildProcess> processes) throws InterruptedException {
        for (Consumer<ChildProcess> step : STEPS) {
            List<ChildProcess> alive =
                    processes.stream().filter(ChildProcess::isAlive).toList();
            alive.forEach(step);
            awaitAll(alive);
        }
    }

    private static void awaitAll(List<ChildProcess> processes) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        for (ChildProcess process : processes) {
            process.awaitEnd(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        }
    }
}
