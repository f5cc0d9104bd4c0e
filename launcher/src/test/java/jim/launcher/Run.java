package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A launcher that runs as a process of its own, as a shell would run it without a terminal. */
final class Run implements AutoCloseable, ChildProcess.Listener {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final Transcript transcript = new Transcript();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Set<ProcessHandle> family = new HashSet<>();
    private final ChildProcess launcher;

    private Run(List<String> options, List<String> arguments) throws IOException {
        launcher = ChildProcess.start(FakeLauncher.java(FakeLauncher.class, options, arguments), this);
    }

    /** A launcher with these arguments. */
    static Run of(String... arguments) throws IOException {
        return new Run(List.of(), List.of(arguments));
    }

    /** A launcher whose scripts do not wait long. */
    static Run impatient(String... arguments) throws IOException {
        return new Run(List.of("-D" + FakeLauncher.PATIENCE + "=300"), List.of(arguments));
    }

    @Override
    public void printed(String line) {
        lines.add(line);
        transcript.add(line);
    }

    @Override
    public void complained(String line) {
        lines.add(line);
        transcript.add(line);
    }

    @Override
    public void ended(int code) {
        transcript.close();
    }

    /** Waits for a line that contains {@code text}, after the one that was waited for last. */
    String await(String text) throws InterruptedException {
        return transcript
                .next(text, LONG_ENOUGH)
                .orElseThrow(() -> new AssertionError("no line with '" + text + "' in\n" + screen()));
    }

    /** Types a line. */
    Run type(String line) throws IOException {
        launcher.send(line);
        return this;
    }

    /** The input that the launcher has ends. */
    Run endInput() {
        launcher.endInput();
        return this;
    }

    /** Sends a signal to the launcher alone. */
    Run signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(launcher.pid())).start();
        assertThat(kill.waitFor()).isZero();
        return this;
    }

    /** Its exit code, once it has ended. */
    int exitCode() throws Exception {
        return launcher.ended().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    }

    /** The processes that it has started, and those that they have started. */
    List<ProcessHandle> family() {
        List<ProcessHandle> seen = ProcessHandle.of(launcher.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        family.addAll(seen);
        return seen;
    }

    /** Waits until all of {@code processes} are gone. */
    static void awaitGone(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** All that was printed. */
    String screen() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /** All that {@code name} has printed. */
    Stream<String> linesOf(String name) {
        return lines.stream().filter(line -> line.startsWith(name));
    }

    /** Ends the launcher; a test that failed leaves nothing behind either. */
    @Override
    public void close() {
        launcher.terminate();
        Ending.of(List.of(launcher));
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
