package jim.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jim.testkit.ChildJvm;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Programs as processes, in a folder of their own; those that are left are ended after each test. */
abstract class Programs {
    static final int SIGTERM = 143;

    @TempDir
    Path directory;

    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : running) {
            process.destroyForcibly().waitFor();
        }
    }

    Process start(Class<?> program, String... line) throws IOException {
        return start(Map.of(), program, line);
    }

    Process start(Map<String, String> environment, Class<?> program, String... line) throws IOException {
        ProcessBuilder child = ChildJvm.of(program, line);
        child.environment().putAll(environment);
        return start(child);
    }

    /** Starts {@code child} in the folder of the test. */
    Process start(ProcessBuilder child) throws IOException {
        Process process = child.directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(screen().toFile()))
                .start();
        running.add(process);
        return process;
    }

    Path screen() {
        return directory.resolve("errors");
    }

    String errors() throws IOException {
        return Files.readString(screen());
    }

    static String lineOf(Process process) throws IOException {
        return process.inputReader(UTF_8).readLine();
    }

    /** What the process has printed to its standard output until its end. */
    static String restOf(Process process) throws IOException {
        BufferedReader reader = process.inputReader(UTF_8);
        StringBuilder rest = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    static void type(Process process, String text) throws IOException {
        process.outputWriter(UTF_8).write(text);
        process.outputWriter(UTF_8).flush();
    }

    /** Asks {@code process} to end, as a system does, and returns its exit code. What it printed can still be read. */
    static int ended(Process process) throws InterruptedException {
        process.toHandle().destroy();
        assertThat(process.waitFor(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return process.exitValue();
    }

    static InetSocketAddress address(String ready) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(ready.replaceAll(".*\"jim\":(\\d+).*", "$1")));
    }
}
