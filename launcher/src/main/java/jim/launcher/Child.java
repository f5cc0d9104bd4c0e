package jim.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jim.cli.ExitCode;
import jim.cli.Stop;

/**
 * A server or a client by its name: it can be started, ended and started again, and has one life at a time. Its methods
 * are for the main thread, but for {@link #process}, which is for any.
 */
final class Child {
    private final String name;
    private final Role role;
    private final Screen screen;
    private final Transcript transcript = new Transcript();
    private volatile Life life;

    /** A child that was not started yet. */
    Child(String name, Role role, Screen screen) {
        this.name = name;
        this.role = role;
        this.screen = screen;
    }

    String name() {
        return name;
    }

    /** Starts it; a former life must have ended. */
    void start(List<String> command) throws Stop {
        if (life != null) {
            exitCode();
        }
        transcript.open();
        Life next = new Life();
        try {
            next.begin(command);
        } catch (IOException e) {
            throw new Stop(ExitCode.BUG, name + " cannot be started: " + e.getMessage());
        }
        life = next;
    }

    /** Waits for its ready line. Empty when it ended before, or when {@code patience} did. */
    Optional<String> awaitReady(Duration patience) throws InterruptedException {
        try {
            return life.ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }

    /** Whether it was started and has not ended. */
    boolean isRunning() {
        return life != null && life.process.isAlive();
    }

    /** The process of its present life; empty when there was none. */
    Optional<ChildProcess> process() {
        return Optional.ofNullable(life).map(present -> present.process);
    }

    /** Its exit code; waits until it has ended and its last line is known. */
    int exitCode() {
        return life.process.ended().join();
    }

    /** Its end is wanted: nothing will be said about it. */
    void wantEnd() {
        if (life != null) {
            life.endWanted = true;
        }
    }

    /** Ends it in good order; returns when it is gone. */
    void end() {
        wantEnd();
        Ending.of(List.of(life.process));
        exitCode();
    }

    /** Ends it as a crash would, and returns when it is gone. */
    void kill() throws Stop {
        requireRunning();
        wantEnd();
        life.process.kill();
        exitCode();
    }

    /** Types {@code line} for it. */
    void send(String line) throws Stop {
        try {
            requireRunning();
            life.process.send(line);
        } catch (IOException e) {
            throw new Stop(ExitCode.EXPECTATION_FAILED, name + " reads no more: " + e.getMessage());
        }
    }

    private void requireRunning() throws Stop {
        if (!isRunning()) {
            throw new Stop(ExitCode.EXPECTATION_FAILED, name + " has ended. To start it again, type: start " + name);
        }
    }

    /** The next line that contains {@code text}, see {@link Transcript#next}. */
    Optional<String> next(String text, Duration patience) throws InterruptedException {
        return transcript.next(text, patience);
    }

    /** Its last few lines. */
    List<String> recentLines() {
        return transcript.recent();
    }

    /** Whether it runs, in words. */
    String status() {
        if (life == null) {
            return "was not started";
        }
        return isRunning()
                ? "up for " + life.age() + ", pid " + life.process.pid()
                : "ended with " + inWords(exitCode()) + ", was pid " + life.process.pid();
    }

    /** Why {@link #awaitReady} was in vain. */
    String whyNotReady() {
        return isRunning() ? name + " is not ready yet." : life.lastWords(exitCode());
    }

    private static String inWords(int code) {
        return "exit code " + code + (code > 128 ? " (signal " + (code - 128) + ")" : "");
    }

    /** One life of the child: from a start to the next end. The process's threads fill it, the main thread reads it. */
    private final class Life implements ChildProcess.Listener {
        private final Instant since = Instant.now();
        private final CompletableFuture<Optional<String>> ready = new CompletableFuture<>();
        private final LastLines complaints = new LastLines();
        private volatile boolean endWanted;
        private ChildProcess process;

        private void begin(List<String> command) throws IOException {
            process = ChildProcess.start(command, this);
        }

        @Override
        public void printed(String line) {
            if (role.isShown(line)) {
                screen.printed(name, line);
            }
            transcript.add(line);
            if (role.isReady(line)) {
                ready.complete(Optional.of(line));
            }
        }

        @Override
        public void complained(String line) {
            screen.complained(name, line);
            transcript.add(line);
            complaints.add(line);
        }

        /** An end before it was ready is told by whoever started it. */
        @Override
        public void ended(int code) {
            transcript.close();
            if (ready.isDone() && !endWanted) {
                screen.say(lastWords(code));
            }
            ready.complete(Optional.empty());
        }

        private String lastWords(int code) {
            String what = name + (code == 0 ? " has ended" : " ended with " + inWords(code));
            String why = complaints.last().isEmpty() ? "." : ": " + complaints.last();
            return what + why + "\nTo start it again, type: start " + name;
        }

        private String age() {
            return Duration.between(since, Instant.now()).toSeconds() + " s";
        }
    }
}
