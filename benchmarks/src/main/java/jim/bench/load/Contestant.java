package jim.bench.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jim.bench.speech.Speech;

/**
 * A server that is measured.
 *
 * @param name as it stands in the table
 * @param speech what it understands
 * @param warmUp how long it needs before it is as fast as it gets
 * @param hasRooms whether people can meet there in rooms
 * @param files what stands in the folder in which it starts; {@code {port}} stands for the port
 * @param command what starts it; {@code {port}} stands for the port, {@code {web}} and {@code {text}} for those of more doors
 */
record Contestant(
        String name,
        Speech speech,
        Duration warmUp,
        boolean hasRooms,
        Map<String, String> files,
        List<String> command) {
    private static final Duration COMPILED_WHILE_IT_RUNS = Duration.ofSeconds(6);

    /** What runs a lesson. A small young generation keeps garbage that is soon dead from counting as memory. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmn16m");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path DIST = Path.of("dist").toAbsolutePath();

    /** The messenger with one door. */
    static Contestant messenger(String name, List<String> start, String... options) {
        List<String> all = new ArrayList<>(List.of("--web", "0", "--text", "0"));
        all.addAll(List.of(options));
        return withDoors(name, start, all);
    }

    /** The messenger as people start it, with all its doors. */
    static Contestant withAllDoors(String name, List<String> start) {
        return withDoors(name, start, List.of("--web", "{web}", "--text", "{text}"));
    }

    private static Contestant withDoors(String name, List<String> start, List<String> options) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("-a", "127.0.0.1", "-p", "{port}", "--limits", "off", "--json"));
        command.addAll(options);
        return new Contestant(name, Speech.JIM, COMPILED_WHILE_IT_RUNS, true, Map.of(), command);
    }

    /** What starts the messenger's jar. */
    static List<String> jar() {
        return List.of(
                JAVA.toString(),
                "-jar",
                DIST.resolve("final-messenger-server.jar").toString());
    }

    /** What starts the messenger with less to load. */
    static List<String> script() {
        return List.of(DIST.resolve("final-messenger-server").toString());
    }

    private static Contestant lesson(String name, Path java, String number) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(JVM);
        command.addAll(
                List.of("-jar", DIST.resolve("lessons/" + number + ".jar").toString()));
        command.addAll(List.of("-a", "127.0.0.1", "-p", "{port}"));
        return new Contestant(name, Speech.JIM, COMPILED_WHILE_IT_RUNS, false, Map.of(), command);
    }

    /** The routers of lessons 9 to 11, and nats-server beside them if it is installed. */
    static List<Contestant> engines(Optional<Path> newest) {
        List<Contestant> all = new ArrayList<>();
        nats().ifPresent(all::add);
        all.add(lesson("threads", JAVA, "09"));
        newest.ifPresent(home -> all.add(lesson("virtual threads", home.resolve("bin/java"), "09")));
        all.add(router("event loop"));
        all.add(lesson("Netty", JAVA, "11"));
        return all;
    }

    /** Lesson 9's router on lesson 10's engine: who forwards and does nothing else. */
    static Contestant router(String name) {
        return lesson(name, JAVA, "10");
    }

    /** The message broker nats-server, if it is installed, with nothing that holds anybody back. */
    static Optional<Contestant> nats() {
        String settings = """
                host: 127.0.0.1
                port: {port}
                max_connections: 100000
                max_pending: 268435456
                write_deadline: "10s"
                ping_interval: "10m"
                """;
        return peer("nats-server", Speech.NATS, settings);
    }

    /** The MQTT broker mosquitto, if it is installed, with nothing that holds anybody back, and nothing kept. */
    static Optional<Contestant> mosquitto() {
        String settings = """
                listener {port} 127.0.0.1
                allow_anonymous true
                max_connections -1
                max_queued_messages 0
                max_inflight_messages 0
                persistence false
                set_tcp_nodelay true
                log_dest stderr
                log_type information
                """ + (isRoot() ? "user root\n" : "");
        return peer("mosquitto", Speech.MQTT, settings);
    }

    /** It would become somebody else, who may not read its settings. */
    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<Contestant> peer(String program, Speech speech, String settings) {
        return path(program)
                .map(found -> new Contestant(
                        program,
                        speech,
                        Duration.ZERO,
                        true,
                        Map.of("settings", settings),
                        List.of(found.toString(), "-c", "settings")));
    }

    /** Debian keeps servers where not everybody looks. */
    private static Optional<Path> path(String program) {
        return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
