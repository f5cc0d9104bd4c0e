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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that runs beside us in a folder of its own, and what it costs the system. */
final class ServerProcess implements AutoCloseable {
    /** What the servers say when they listen: lessons, nats-server, mosquitto, the messenger with --json. */
    private static final Pattern READY =
            Pattern.compile("listening on port|Server is ready|mosquitto version \\S+ running|\"event\":\"ready\"");

    private static final Pattern ANOTHER_DOOR = Pattern.compile("\\{(web|text)}");

    private final Process process;
    private final InetSocketAddress address;
    private final Path folder;
    private final Duration start;

    private ServerProcess(Process process, InetSocketAddress address, Path folder, Duration start) {
        this.process = process;
        this.address = address;
        this.folder = folder;
        this.start = start;
    }

    /** Starts it, and waits until it listens. */
    static ServerProcess start(Contestant one) throws IOException {
        int port = freePort();
        Path folder = Folders.make();
        for (Map.Entry<String, String> file : one.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), withPort(file.getValue(), port));
        }
        List<String> line = new ArrayList<>();
        for (String word : one.command()) {
            line.add(ANOTHER_DOOR.matcher(word).matches() ? String.valueOf(freePort()) : withPort(word, port));
        }
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = untilReady(process);
        Duration start = Duration.ofNanos(System.nanoTime() - begin);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ServerProcess server = new ServerProcess(process, address, folder, start);
        if (said != null) {
            server.close();
            throw new IOException(String.join(" ", line) + " has ended and said: " + said);
        }
        return server;
    }

    private static String withPort(String text, int port) {
        return text.replace("{port}", String.valueOf(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Null when it listens, or what it said before it ended. What it says later is thrown away, or it would wait for us. */
    private static String untilReady(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (READY.matcher(line).find()) {
                Thread rest = new Thread(() -> throwAway(process.getInputStream()), "output");
                rest.setDaemon(true);
                rest.start();
                return null;
            }
            said.append(line).append('\n');
        }
        return said.toString();
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

    /** How long it took until it said that it listens. */
    Duration start() {
        return start;
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
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Folders.delete(folder);
    }
}
