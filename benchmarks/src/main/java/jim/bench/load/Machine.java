package jim.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a measurement has to say of where and of what it was made (Linux). */
final class Machine {
    private Machine() {}

    static Map<String, String> now(int rounds, Duration time) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        said.put("commit", commit());
        said.put(
                "computer",
                Runtime.getRuntime().availableProcessors() + " processors, " + processor() + ", Linux "
                        + System.getProperty("os.version"));
        said.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
        said.put(
                "load",
                "texts of 100 letters; " + rounds + " rounds, a fresh server in each, " + time.toSeconds()
                        + " s for each load; the medians, in brackets the least and the most");
        return said;
    }

    private static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst("[^:]*: *", ""))
                    .findFirst()
                    .orElse("of an unknown kind");
        }
    }

    /** That of the sources; a copy of them that is no clone has none. */
    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
        String said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? "unknown" : said;
    }
}
