package jim.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The launcher with the tests' small programs for children. */
final class FakeLauncher implements Programs {
    /** The system property that says how many milliseconds an expected line may take. */
    static final String PATIENCE = "patience";

    private FakeLauncher() {}

    public static void main(String[] line) {
        LauncherMain.main(line, FakeLauncher::new, Duration.ofMillis(Long.getLong(PATIENCE, 10_000)));
    }

    /** The command that runs {@code main} with the classes of this JVM. */
    static List<String> java(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> server(int port) {
        return Guard.withoutInput(java(FakeServer.class, List.of(), List.of("-p", String.valueOf(port), "--json")));
    }

    @Override
    public List<String> client(int port, String name) {
        List<String> arguments = List.of("localhost", String.valueOf(port), "-n", name);
        return Guard.withInput(java(FakeClient.class, List.of(), arguments));
    }
}
