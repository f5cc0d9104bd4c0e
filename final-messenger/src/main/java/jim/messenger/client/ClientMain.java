package jim.messenger.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.logging.ClientLogConfig;
import jim.logging.LogFile;
import jim.messenger.course.Interpreter;
import jim.messenger.tls.Fingerprint;
import jim.messenger.tls.Privacy;
import org.apache.logging.log4j.Logger;

/** The program {@code final-messenger-client.jar}. */
public final class ClientMain {
    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 7777;
    static final String COMMAND = "java -jar final-messenger-client.jar";

    static final Usage USAGE = new Usage(COMMAND, "[ADDR] [PORT]", "A console messenger that speaks JIM.")
            .option("n", "name", "NAME", "the name to be known by (asked for when it is missing)")
            .flag(null, "tls", "speak TLS, with a server whose certificate this computer trusts")
            .option(
                    null,
                    "tls-fingerprint",
                    "SHA256",
                    "speak TLS, with the server whose certificate has this fingerprint and no other")
            .option(null, "password-file", "FILE", "the password of the name is the first line of this file")
            .option(
                    null,
                    "dialect",
                    "WORDS",
                    "how the server speaks: jim; course, as those of the Python course do; or auto, to find out (default"
                            + " auto)")
            .flag(null, "brief", "do not show the commands after connecting")
            .example(COMMAND + " localhost 7777 -n bob")
            .example(COMMAND + " 192.168.1.5 -n ann");

    private ClientMain() {}

    public static void main(String[] line) {
        Program.main(USAGE, line, ClientMain::run);
    }

    private static void run(Arguments arguments) throws IOException, Stop {
        try (LogFile log = log();
                Console console = console()) {
            run(arguments, console, log.logger());
        }
    }

    /** The whole visit, from the login to the farewell. */
    static void run(Arguments arguments, Console console, Logger log) throws Stop {
        InetSocketAddress server = InetSocketAddress.createUnresolved(
                arguments.positional(0, DEFAULT_HOST), arguments.positionalPort(1, DEFAULT_PORT));
        Route route = new Route(server, privacy(arguments));
        String password =
                arguments.has("password-file") ? PasswordFile.read(arguments.text("password-file", "")) : null;
        MessengerClient client = new MessengerClient(route, dialect(arguments), console, log);
        if (new Login(client, route, console, password).as(arguments.text("name", null))) {
            new Chat(client, console).run(!arguments.has("brief"));
        }
    }

    private static Interpreter.Dialect dialect(Arguments arguments) throws Stop {
        String word = arguments.oneOf("dialect", List.of("auto", "jim", "course"));
        return Interpreter.Dialect.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Privacy privacy(Arguments arguments) throws Stop {
        if (arguments.has("tls-fingerprint")) {
            String typed = arguments.text("tls-fingerprint", "");
            return Fingerprint.parse(typed)
                    .map(Privacy::byFingerprint)
                    .orElseThrow(() -> Stop.usage("a fingerprint has 64 digits of 0-9 and A-F, as the server's first"
                            + " lines show it, not '" + typed + "'."));
        }
        return arguments.has("tls") ? Privacy.byAuthorities() : Privacy.NONE;
    }

    private static LogFile log() {
        return LogFile.orNone(() -> ClientLogConfig.open(Path.of("")), System.err);
    }

    private static Console console() throws IOException {
        return Program.isInteractive() ? new TerminalConsole() : new PipeConsole(System.in, System.out);
    }
}
