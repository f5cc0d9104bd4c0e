package jim.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jim.cli.Stop;

/** The messenger's own programs: the two jars beside the launcher's. */
final class Jars implements Programs {
    private static final String SERVER = "final-messenger-server.jar";
    private static final String CLIENT = "final-messenger-client.jar";

    /** The Java that runs this program, told to start fast and to speak UTF-8 through pipes. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdin.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final Path directory;

    private Jars(Path directory) {
        this.directory = directory;
    }

    /** The jars in {@code directory}; a sentence when one is missing. */
    static Jars in(Path directory) throws Stop {
        for (String jar : List.of(SERVER, CLIENT)) {
            if (!Files.isRegularFile(directory.resolve(jar))) {
                throw Stop.usage("there is no " + jar + " in " + directory + ".\nBuild it: mvn -q -DskipTests package");
            }
        }
        return new Jars(directory);
    }

    /** The jars beside the jar that this program was started from. */
    static Jars besideLauncher() throws Stop, URISyntaxException {
        return in(Path.of(Jars.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParent());
    }

    @Override
    public List<String> server(int port) {
        return Guard.withoutInput(java(SERVER, "-p", String.valueOf(port), "--json"));
    }

    @Override
    public List<String> client(int port, String name) {
        return Guard.withInput(java(CLIENT, "localhost", String.valueOf(port), "-n", name, "--brief"));
    }

    private List<String> java(String jar, String... arguments) {
        List<String> command = new ArrayList<>(JAVA);
        command.add("-jar");
        command.add(directory.resolve(jar).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
