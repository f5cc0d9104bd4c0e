package jim.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that have to be judged as processes: how they end, and what is left behind. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Ready to start {@code program} with the options and arguments of {@code line}, on the class path of this JVM. */
    public static ProcessBuilder of(Class<?> program, String... line) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // As the manifests of our jars have it: a library of SQLite's is loaded.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(line));
        return new ProcessBuilder(command);
    }
}
