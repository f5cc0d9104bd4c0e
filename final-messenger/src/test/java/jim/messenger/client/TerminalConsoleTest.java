package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person types at a terminal, and how it is read. */
@Timeout(30)
class TerminalConsoleTest {
    private static final String PASTE = "\u001b[200~";
    private static final String END_OF_PASTE = "\u001b[201~";

    /** What the terminal has shown. */
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private TerminalConsole console(String typed) throws IOException {
        return new TerminalConsole(
                new ExternalTerminal("test", "xterm", new ByteArrayInputStream(typed.getBytes(UTF_8)), screen, UTF_8));
    }

    @Test
    void eachLineOfAPasteIsReadAlone() throws IOException {
        try (TerminalConsole console = console(PASTE + "@bob one\n\n@eve two\r\n  \rwho" + END_OF_PASTE + "\r3\r")) {
            assertThat(console.read(">")).isEqualTo("@bob one");
            assertThat(console.read(">")).isEqualTo("@eve two");
            assertThat(console.read(">")).isEqualTo("who");
            assertThat(console.read(">")).isEqualTo("3");
        }
    }

    @Test
    void enterAloneIsAnEmptyLine() throws IOException {
        try (TerminalConsole console = console("\rann\r")) {
            assertThat(console.read("Your name:")).isEmpty();
            assertThat(console.read("Your name:")).isEqualTo("ann");
        }
    }

    @Test
    void whatIsTypedUnseenIsNotShown() throws IOException {
        PipedOutputStream keyboard = new PipedOutputStream();
        OutputStream answering = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                screen.write(b);
                if (b == ':') {
                    keyboard.write("a secret\r".getBytes(UTF_8));
                    keyboard.flush();
                }
            }
        };
        try (TerminalConsole console = new TerminalConsole(
                new ExternalTerminal("test", "xterm", new PipedInputStream(keyboard), answering, UTF_8))) {
            assertThat(console.readHidden("Password:")).isEqualTo("a secret");
            assertThat(screen.toString(UTF_8)).contains("Password:").doesNotContain("secret");
        }
    }

    @Test
    void theEndOfTheInputIsTheEndOfTheLines() throws IOException {
        try (TerminalConsole console = console("\u0004")) {
            assertThat(console.read(">")).isNull();
        }
    }
}
