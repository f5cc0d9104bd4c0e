package jim.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A server that runs beside us, and what it costs the system. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final InetSocketAddress address;

    private ServerProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts {@code command}, in which {@code {port}} stands for the port, and waits for its first line. */
    static ServerProcess start(List<String> command) throws IOException {
        int port = freePort();
        List<String> line = command.stream()
                .map(word -> word.replace("{port}", String.valueOf(port)))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String first = awaitLine(process);
        if (first == null) {
            throw new IOException(String.join(" ", line) + " has ended and said nothing");
        }
        return new ServerProcess(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A server says when it listens. What it says later is thrown away, or it would wait for us. */
    private static String awaitLine(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.contains("listening on port") && !line.contains("Server is ready")) {
            line = out.readLine();
        }
        Thread rest = new Thread(() -> throwAway(process.getInputStream()), "output");
        rest.setDaemon(true);
        rest.start();
        return line;
    }

    private static void throwAway(InputStream out) {
        try (out) {
            out.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended.
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** The processor time that it has used so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it holds, in bytes (Linux). */
    long memory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            String resident =
                    lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return 1_024 * Long.parseLong(resident.replaceAll("\\D", ""));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
