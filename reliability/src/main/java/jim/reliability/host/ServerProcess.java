package jim.reliability.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that runs beside us, seen from outside. For any thread. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("\\{\"event\":\"ready\",\"jim\":(\\d+),.*");
    private static final int SECONDS_TO_START = 60;
    private static final String STDOUT = "stdout";
    private static final String STDERR = "stderr";

    private final Process process;
    private final InetSocketAddress address;
    private final Path folder;

    private ServerProcess(Process process, int port, Path folder) {
        this.process = process;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.folder = folder;
    }

    static ServerProcess start(Launch launch) throws IOException {
        Path errors = launch.folder().resolve(STDERR);
        Process process = launch.builder()
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = firstLine(process, out);
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            process.destroyForcibly();
            throw new IOException("the server did not start, it said: " + line + "\n" + Files.readString(errors));
        }
        Path rest = launch.folder().resolve(STDOUT);
        Files.writeString(rest, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        keep(out, rest);
        return new ServerProcess(process, Integer.parseInt(ready.group(1)), launch.folder());
    }

    private static String firstLine(Process process, BufferedReader out) throws IOException {
        CompletableFuture<String> line = new CompletableFuture<>();
        daemon(() -> line.complete(out.readLine()), line::completeExceptionally);
        try {
            return line.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** What it says later is kept for those who look for what must not be there. */
    private static void keep(BufferedReader out, Path file) {
        daemon(
                () -> {
                    for (String line = out.readLine(); line != null; line = out.readLine()) {
                        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
                    }
                },
                ended -> {});
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work, Consumer<Exception> failed) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        failed.accept(e);
                    }
                },
                "server output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** What it holds. */
    public Vitals vitals() {
        return new Vitals(process.pid());
    }

    /** {@code kill -9}; returns when it is dead. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** All that it has printed or logged: files of text. */
    public List<Path> writings() throws IOException {
        List<Path> all = new ArrayList<>(List.of(folder.resolve(STDOUT), folder.resolve(STDERR)));
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            logs.forEach(all::add);
        }
        return all;
    }

    /** Ends it as an operator does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
