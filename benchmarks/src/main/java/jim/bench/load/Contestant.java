package jim.bench.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server that is measured.
 *
 * @param name as it stands in the table
 * @param speech what it understands
 * @param command what starts it; {@code {port}} stands for the port
 */
record Contestant(String name, Speech speech, List<String> command) {
    /** What runs a lesson. A small young generation keeps garbage that is soon dead from counting as memory. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmn16m");

    private static Contestant lesson(String name, Path java, Path dist, String number) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(JVM);
        command.addAll(
                List.of("-jar", dist.resolve("lessons/" + number + ".jar").toString()));
        command.addAll(List.of("-a", "127.0.0.1", "-p", "{port}"));
        return new Contestant(name, Speech.JIM, command);
    }

    /**
     * The routers of lessons 9 to 11, and nats-server beside them if it is installed.
     *
     * @param dist where the built lessons are
     * @param newest the home of a newer Java, on which the threads run once more; null for none
     */
    static List<Contestant> all(Path dist, Path newest) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<Contestant> all = new ArrayList<>();
        if (isInstalled("nats-server")) {
            all.add(new Contestant(
                    "nats-server", Speech.NATS, List.of("nats-server", "-a", "127.0.0.1", "-p", "{port}")));
        }
        all.add(lesson("threads", java, dist, "09"));
        if (newest != null) {
            all.add(lesson("virtual threads", newest.resolve("bin/java"), dist, "09"));
        }
        all.add(lesson("event loop", java, dist, "10"));
        all.add(lesson("Netty", java, dist, "11"));
        return all;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
