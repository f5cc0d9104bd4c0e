package jim.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.spelling.Nearest;

/** The program {@code dist/lesson 08}: a server, a source or a listener, as {@code --type} says. */
public final class TelemetryMain {
    static final String COMMAND = "dist/lesson 08";

    private static final List<String> TYPES = List.of("server", "source", "listener");
    private static final Usage USAGE = new Usage(
                    COMMAND, "", "A server that tells its listeners what its sources report.")
            .option(null, "type", "TYPE", "what to be: server, source or listener")
            .option(null, "port", "PORT", "a server has two (default 8888,8889), for sources and for listeners")
            .option(
                    null,
                    "host",
                    "HOST",
                    "where the server is (default localhost); for a server: where it listens (all addresses)")
            .option(null, "sid", "ID", "the id of a source, up to 8 characters")
            .option(null, "status", "STATUS", "what a source does at first (default 1): " + SourceStatus.CHOICES)
            .example(COMMAND + " --type=server --port=8888,8889")
            .example(COMMAND + " --type=listener --port=8889")
            .example(COMMAND + " --type=source --port=8888 --sid=abc --status=2");

    private TelemetryMain() {}

    public static void main(String[] line) {
        Program.main((out, err) -> run(line, System.in, out, err));
    }

    static ExitCode run(String[] line, InputStream in, PrintStream out, PrintStream err) {
        String[] options = line.length == 0 ? new String[] {"--help"} : line;
        return Program.run(USAGE, options, arguments -> run(arguments, in, out), out, err);
    }

    private static void run(Arguments arguments, InputStream in, PrintStream out) throws IOException, Stop {
        String type = arguments.text("type", "");
        switch (type) {
            case "server" -> ServerProgram.run(arguments, out);
            case "source" -> SourceProgram.run(arguments, in, out);
            case "listener" -> ListenerProgram.run(arguments, out);
            case "" -> throw Stop.usage("say what to be: " + COMMAND + " --type=server, source or listener");
            default ->
                throw Stop.usage("there is no type '" + type + "'" + Nearest.hint(type, TYPES, ".") + " There are: "
                        + String.join(", ", TYPES) + ".");
        }
    }
}
