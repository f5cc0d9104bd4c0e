package jim.messenger.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import jim.protocol.VisibleText;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A console for a person: what arrives is shown above the line that is being typed, which stays as it is. */
final class TerminalConsole implements Console {
    /** What JLine shows in place of each letter. */
    private static final Character NOTHING = '\0';

    private final Terminal terminal;
    private final LineReader reader;
    /** Lines that came in one paste and were not asked for yet. For the thread that reads. */
    private final Queue<String> pasted = new ArrayDeque<>();

    TerminalConsole() throws IOException {
        this(TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .build());
    }

    TerminalConsole(Terminal terminal) {
        this.terminal = terminal;
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public void show(String line) {
        reader.printAbove(VisibleText.of(line));
    }

    @Override
    public void showMessage(String time, String from, String text) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(AttributedStyle.DEFAULT.faint(), "[" + time + "] ");
        line.styled(AttributedStyle.BOLD, VisibleText.of(from) + ": ");
        line.append(VisibleText.of(text));
        reader.printAbove(line.toAttributedString());
    }

    /** What is pasted at once may have many lines: each is read as if it had been typed alone. */
    @Override
    public String read(String prompt) {
        if (!pasted.isEmpty()) {
            return pasted.remove();
        }
        try {
            String typed = reader.readLine(prompt + " ");
            typed.lines().filter(line -> !line.isBlank()).forEach(pasted::add);
            return pasted.isEmpty() ? "" : pasted.remove();
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    /** A masked line is not kept for the arrow keys either. */
    @Override
    public String readHidden(String prompt) {
        try {
            return reader.readLine(prompt + " ", NOTHING).lines().findFirst().orElse("");
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone, and nobody looks at it any more.
        }
    }
}
