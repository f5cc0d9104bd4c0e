package jim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;

/**
 * Takes every descriptor that its process may have, once a client of the engine has its own, and gives them back. For a
 * process of its own; its line names the test whose engine is tried.
 */
final class OutOfDescriptors {
    /** What it says when the engine served the client after all. */
    static final String SERVED = "served";

    private static final Frame HELLO = Frame.of("{\"hello\":true}");

    private final List<FileInputStream> taken = new ArrayList<>();

    private OutOfDescriptors() {}

    public static void main(String[] line) throws Exception {
        Constructor<?> test = Class.forName(line[0]).getDeclaredConstructor();
        test.setAccessible(true);
        EndingRules rules = (EndingRules) test.newInstance();
        // Classes are loaded from files: all that serving needs must be there before.
        try (RunningEngine engine = rules.echo()) {
            engine.assertServes();
        }
        try (RunningEngine engine = rules.echo()) {
            new OutOfDescriptors().tryOut(engine);
        }
    }

    private void tryOut(RunningEngine engine) throws Exception {
        try (Socket client = new Socket()) {
            // Now it has its descriptor, and to connect takes no other.
            client.bind(null);
            takeAll();
            client.connect(engine.address());
            Throwable failure = engine.awaitFailure();
            giveBack();
            client.getOutputStream().write(HELLO.toByteArray());
            client.getInputStream().readNBytes(HELLO.length());
            System.out.println(SERVED + ", after: " + failure.getMessage());
            engine.awaitAccepted().awaitFrame();
        }
    }

    private void takeAll() {
        try {
            while (true) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            // There are no more.
        }
    }

    private void giveBack() throws IOException {
        for (FileInputStream file : taken) {
            file.close();
        }
    }

    /** Runs it in a process that may have few descriptors, with the engine of {@code test}; what it said. */
    static String run(Class<?> test) throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 80; exec \"$@\"",
                        "sh",
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutOfDescriptors.class.getName(),
                        test.getName())
                .redirectErrorStream(true)
                .start();
        process.waitFor(2 * ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.toHandle().destroyForcibly();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
