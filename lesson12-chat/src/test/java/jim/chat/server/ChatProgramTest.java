package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jim.testkit.ChildJvm;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program: what it prints, what it logs, and how it ends. */
@Timeout(60)
final class ChatProgramTest {
    private static final Pattern STARTED = Pattern.compile("(\\w+) server started on port: (\\d+)");

    @TempDir
    Path directory;

    @Test
    void itSaysWhichEngineHasWhichPortAndEndsItsConnectionsWhenItIsStopped() throws Exception {
        Process program = start("--engine", "all", "--port", "0,0,0", "--web", "0", "--addr", "127.0.0.1");
        try (BufferedReader out = program.inputReader(UTF_8);
                PlainTalker ann = new PlainTalker(connect(out.readLine(), "threads"));
                PlainTalker bob = new PlainTalker(connect(out.readLine(), "selector"));
                PlainTalker eve = new PlainTalker(connect(out.readLine(), "netty"))) {
            assertThat(out.readLine()).isEqualTo("stop with Ctrl-C");
            ann.say("login ann");
            ann.hears("[SYSTEM INFO] - [ann] login to chat.");
            bob.say("msgall");
            bob.hears("[ERROR] - empty message");
            program.toHandle().destroy();
            eve.awaitEnd();
            bob.awaitEnd();
            assertThat(program.waitFor(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(directory.resolve("errors"))).isEmpty();
        assertThat(Files.readString(directory.resolve("log/server.log")))
                .contains(" INFO server netty server started on port: ", " INFO server New connection: /127.0.0.1:")
                .doesNotContain("ERROR");
    }

    /** Whoever runs two chats, or has something else there, has not asked for a page. */
    @Test
    void aPageThatNobodyAskedForKeepsTheOthersOutOfNothing() throws Exception {
        try (ServerSocket usual = takeUsualWebPort()) {
            assumeThat(usual).as("the usual port is ours to take").isNotNull();
            Process program = start("--port", "0", "--addr", "127.0.0.1");
            try (BufferedReader out = program.inputReader(UTF_8)) {
                assertThat(out.readLine()).startsWith("threads server started on port: ");
                assertThat(out.readLine()).startsWith("no page for browsers: port 8080 is taken");
                assertThat(out.readLine()).endsWith("dist/lesson 12 --web 8081");
                assertThat(out.readLine()).isEqualTo("stop with Ctrl-C");
            } finally {
                program.destroyForcibly().waitFor();
            }
        }
    }

    /** Null when another program has it already. */
    private static ServerSocket takeUsualWebPort() {
        try {
            return new ServerSocket(8080, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return null;
        }
    }

    private static Socket connect(String line, String engine) throws IOException {
        Matcher started = STARTED.matcher(line);
        assertThat(started.matches()).as(line).isTrue();
        assertThat(started.group(1)).isEqualTo(engine);
        return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(started.group(2)));
    }

    private Process start(String... line) throws IOException {
        return ChildJvm.of(ChatMain.class, line)
                .directory(directory.toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }
}
