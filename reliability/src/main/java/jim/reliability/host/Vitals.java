package jim.reliability.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's process holds, as the system (Linux) and the JDK's {@code jcmd} tell it. For the memory outside the heap its
 * JVM must have been told to {@link #COUNT_MEMORY count} it. For any thread.
 */
public final class Vitals {
    /** The option for a JVM whose memory is to be looked at. */
    public static final String COUNT_MEMORY = "-XX:NativeMemoryTracking=summary";

    /** The JVM's own threads, which come and go as it likes: its compilers, and its collectors of garbage. */
    private static final Pattern JVM_THREAD = Pattern.compile("C[12] Compiler.*|GC Thread.*|G1 .*|Attach Listener");

    private static final Pattern HEAP = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    /** Direct buffers are what it counts as "Other". */
    private static final Pattern DIRECT = Pattern.compile("- +Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

    private final long pid;

    Vitals(long pid) {
        this.pid = pid;
    }

    private Path proc(String name) {
        return Path.of("/proc", String.valueOf(pid), name);
    }

    /** How many files and connections are open. */
    public int descriptors() throws IOException {
        try (Stream<Path> all = Files.list(proc("fd"))) {
            return (int) all.count();
        }
    }

    /** Its threads, how many of each name, without those that are the JVM's business. */
    public Map<String, Integer> threads() throws IOException {
        Map<String, Integer> threads = new TreeMap<>();
        try (Stream<Path> all = Files.list(proc("task"))) {
            for (Path task : all.toList()) {
                String name = name(task);
                if (!JVM_THREAD.matcher(name).matches()) {
                    threads.merge(name, 1, Integer::sum);
                }
            }
        }
        return threads;
    }

    private static String name(Path task) throws IOException {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (NoSuchFileException e) {
            return "Attach Listener"; // It has just ended, and counts as little.
        }
    }

    /** The bytes of all objects that are in use: garbage is collected first. */
    public long heap() throws IOException, InterruptedException {
        return number(HEAP, jcmd("GC.class_histogram"));
    }

    /** The bytes of all direct buffers. */
    public long direct() throws IOException, InterruptedException {
        String memory = jcmd("VM.native_memory", "summary", "scale=KB");
        return DIRECT.matcher(memory).find() ? 1_024 * number(DIRECT, memory) : 0;
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("jcmd does not say what we want to know: " + text);
        }
        return Long.parseLong(found.group(1));
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<String> line = Stream.concat(Stream.of(jcmd.toString(), String.valueOf(pid)), Stream.of(command))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
