package jim.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One process from its start to its end. Two threads of its own read what it prints; its end is announced after its last
 * line. The methods are for any thread.
 */
final class ChildProcess {
    /** Who is told what the process prints, one call for a line; the two kinds of lines come on two threads. */
    interface Listener {
        /** A line on standard output. */
        void printed(String line);

        /** A line on standard error. */
        void complained(String line);

        /** It has ended; the last call. */
        void ended(int code);
    }

    /** How long its last error lines may take after its end; a grandchild could hold that pipe for ever. */
    private static final long LAST_LINES_MILLIS = 1_000;

    private final Process process;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts {@code command}. */
    static ChildProcess start(List<String> command, Listener listener) throws IOException {
        ChildProcess child = new ChildProcess(new ProcessBuilder(command).start());
        child.listen(listener);
        return child;
    }

    private void listen(Listener listener) {
        Thread errors = daemon("stderr", () -> pump(process.getErrorStream(), listener::complained));
        daemon("stdout", () -> {
            pump(process.getInputStream(), listener::printed);
            finish(errors, listener);
        });
    }

    private static void pump(InputStream from, Consumer<String> to) {
        try (from) {
            new LineReader(from).forEach(to);
        } catch (IOException e) {
            // The pipe broke: the process is gone, and whoever waits for its end learns how it ended.
        }
    }

    private void finish(Thread errors, Listener listener) {
        try {
            int code = process.waitFor();
            errors.join(LAST_LINES_MILLIS);
            endInput();
            listener.ended(code);
            ended.complete(code);
        } catch (InterruptedException e) {
            ended.completeExceptionally(e);
        }
    }

    /** Its exit code, once it has ended and the listener knows. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Waits for the process's end, no longer than {@code millis}. */
    void awaitEnd(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the process still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** The operating system's number for the process. */
    long pid() {
        return process.pid();
    }

    /** Types {@code line} on its standard input; the caller waits when the process does not read. */
    void send(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Asks it to end: its standard input ends. On a thread of its own, for a blocked {@link #send} blocks it too. */
    void endInput() {
        daemon("stdin", () -> {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // It does not read any more, which is what was wanted.
            }
        });
    }

    /** Tells it to end: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Ends it: SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    private Thread daemon(String what, Runnable work) {
        Thread thread = new Thread(work, what + " of " + pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
