package jim.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jim.messenger.server.ServerMain;
import jim.testkit.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator types a password at a terminal, which is one that {@code script} makes. */
@Timeout(60)
class PasswordAtATerminalTest extends Programs {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** All that the terminal has shown. */
    private final StringBuilder shown = new StringBuilder();

    private Process terminal;

    @BeforeEach
    void open() throws IOException {
        assumeThat(SCRIPT).exists();
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        String command = ChildJvm.of(ServerMain.class, "adduser", "carol", "--data", "team").command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        terminal = start(new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null"));
    }

    /** Reads on until the terminal shows {@code prompt}, then types {@code line}. */
    private void answer(String prompt, String line) throws IOException {
        while (shown.indexOf(prompt) < 0) {
            int next = terminal.getInputStream().read();
            assertThat(next).as("the end of: " + shown).isNotNegative();
            shown.append((char) next);
        }
        type(terminal, line + "\n");
    }

    private int end() throws Exception {
        shown.append(new String(terminal.getInputStream().readAllBytes(), UTF_8));
        return terminal.waitFor();
    }

    @Test
    void aPasswordThatIsTypedTwiceIsTakenAndNeverShown() throws Exception {
        answer("Password: ", "a long secret");
        answer("Once more: ", "a long secret");
        assertThat(end()).isZero();
        assertThat(shown).contains("carol can log in now.").doesNotContain("secret");
        assertThat(restOf(start(ServerMain.class, "list", "--data", "team"))).matches("carol +password .*\n");
    }

    @Test
    void twoThatAreNotTheSameChangeNothing() throws Exception {
        answer("Password: ", "a long secret");
        answer("Once more: ", "a long secrte");
        assertThat(end()).isEqualTo(2);
        assertThat(shown)
                .contains("the two were not the same. Nothing was changed.")
                .doesNotContain("secr");
        assertThat(restOf(start(ServerMain.class, "list", "--data", "team"))).isEmpty();
        assertThat(Files.exists(directory.resolve("team"))).isTrue();
    }
}
