package jim.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An empty directory with {@code dist} in it, in which commands are run. Closing it ends every process that came of
 * them, also one whose parent is gone, and deletes the directory. For one thread.
 */
final class Scratch implements AutoCloseable {
    /** Stands in the environment of every process that came of a command. */
    private static final String MARK = "DOCS_RUN";

    private final Path directory;
    private final String mark = UUID.randomUUID().toString();
    private final List<Running> started = new ArrayList<>();

    private Scratch(Path directory) {
        this.directory = directory;
    }

    static Scratch of(Repository repository) throws IOException {
        Path directory = Files.createTempDirectory("fence");
        Files.createSymbolicLink(directory.resolve("dist"), repository.root().resolve("dist"));
        return new Scratch(directory);
    }

    /** Starts {@code command} in a shell. Nothing can be typed to it. */
    Running start(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        shell.environment().put(MARK, mark);
        shell.environment().put("LC_ALL", "C.UTF-8");
        shell.environment().remove("JAVA_TOOL_OPTIONS");
        Running running = Running.of(shell.start());
        started.add(running);
        return running;
    }

    @Override
    public void close() throws IOException {
        for (List<ProcessHandle> left = left(); !left.isEmpty(); left = left()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(
                    process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<ProcessHandle> left() {
        return Stream.concat(
                        started.stream().flatMap(Running::processes),
                        ProcessHandle.allProcesses().filter(this::isMarked))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            // Not this user's process, gone by now, or no /proc on this system: then the shells' descendants must do.
            return false;
        }
    }
}
