package jim.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process and what it has printed so far. A thread of its own collects the lines; all methods are for any thread. */
final class Running {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Running(Process process) {
        this.process = process;
    }

    static Running of(Process process) {
        Running running = new Running(process);
        Thread reader = new Thread(running::collect, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        return running;
    }

    private void collect() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(its output broke off: " + e.getMessage() + ")");
        }
        outputEnded();
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void outputEnded() {
        ended = true;
        notifyAll();
    }

    /** Waits for so many lines, the end of the output, or the end of patience; the lines that are there by then. */
    synchronized List<String> firstLines(int count, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); left > 0 && lines.size() < count && !ended; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return List.copyOf(lines.subList(0, Math.min(count, lines.size())));
    }

    /** Waits for the end of the output, or of patience; the lines that are there by then. */
    List<String> allLines(Duration patience) throws InterruptedException {
        return firstLines(Integer.MAX_VALUE, patience);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** The process, and all that came of it and still have it as an ancestor. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }
}
