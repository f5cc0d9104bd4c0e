package jim.telemetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;
import jim.protocol.VisibleText;

/** A source as a program: each line that is typed has one line as its answer. */
final class SourceProgram {
    static final int PORT = 8_888;

    private static final String ID = "[!-~]{1,8}";

    private SourceProgram() {}

    /** Does what the lines of {@code in} say, until they end or one of them says so. */
    static void run(Arguments arguments, InputStream in, PrintStream out) throws IOException, Stop {
        String source = source(arguments);
        SourceStatus status = SourceStatus.parse(arguments.text("status", "1"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Connected.run(arguments, PORT, server -> {
            SourcePrompt prompt = new SourcePrompt(new SourceLink(server, source), status);
            for (String line = read(lines, out); line != null; line = prompt.isOver() ? null : read(lines, out)) {
                out.println(VisibleText.of(prompt.answer(line)));
            }
        });
    }

    private static String source(Arguments arguments) throws Stop {
        String source = arguments.text("sid", "");
        if (!source.matches(ID)) {
            throw Stop.usage((source.isEmpty()
                            ? "the id of the source is missing"
                            : "'" + source + "' cannot be the id of a source")
                    + ": choose 1 to 8 Latin letters, digits and signs, such as --sid=abc");
        }
        return source;
    }

    private static String read(BufferedReader lines, PrintStream out) throws IOException {
        if (Program.isInteractive()) {
            out.print("> ");
            out.flush();
        }
        return lines.readLine();
    }
}
