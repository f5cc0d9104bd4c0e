package jim.reliability.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a server is started. Started again it is the same server: it finds what it has kept.
 *
 * @param jar the server's
 * @param folder in which it runs: with its log, its data, and what it prints
 * @param jvm options for its JVM
 * @param options on its line, besides those for the one door on a free port
 * @param environment variables that it gets, besides ours
 */
public record Launch(Path jar, Path folder, List<String> jvm, List<String> options, Map<String, String> environment) {
    /** The folder of its data, below the one in which it runs. */
    public static final String DATA = "data";

    private static final List<String> ONE_DOOR =
            List.of("--web", "0", "--text", "0", "-a", "127.0.0.1", "-p", "0", "--json", "--data", DATA);

    /** With {@code options} and nothing else. */
    public static Launch of(Path jar, Path folder, String... options) {
        return new Launch(jar.toAbsolutePath(), folder, List.of(), List.of(options), Map.of());
    }

    /** The same with further options on its line. */
    public Launch with(String... more) {
        return new Launch(
                jar,
                folder,
                jvm,
                Stream.concat(options.stream(), Stream.of(more)).toList(),
                environment);
    }

    /** The same with further options for its JVM. */
    public Launch onJvm(String... more) {
        return new Launch(
                jar, folder, Stream.concat(jvm.stream(), Stream.of(more)).toList(), options, environment);
    }

    /** The same with further variables. */
    public Launch in(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Launch(jar, folder, jvm, options, Map.copyOf(all));
    }

    /** Where it keeps everything. */
    public Path data() {
        return folder.resolve(DATA);
    }

    /** Starts it, and returns when it listens. */
    public ServerProcess start() throws IOException {
        return ServerProcess.start(this);
    }

    ProcessBuilder builder() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(ONE_DOOR);
        line.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
