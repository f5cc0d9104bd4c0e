package jim.handlers;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Programs;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.decorators.LoggingProxy;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.StrictJson;
import jim.protocol.VisibleText;

/** The lesson's two programs, {@code server} and {@code client}. */
public final class HandlersMain {
    private static final int DEFAULT_PORT = 8889;
    private static final int MAX_SECONDS = 3_600;
    private static final int PARAMS_DEPTH = 31;
    private static final String SERVER = "dist/lesson 07 server";
    private static final String CLIENT = "dist/lesson 07 client";

    /** A command is a number, and what comes with it a plain request. */
    static final Commands<Integer, RequestHandler> COMMANDS =
            new Commands<>(RequestHandler.class, Integer::valueOf, command -> Request.class);

    private HandlersMain() {}

    /** Runs the program that the first word of the line names. */
    public static void main(String[] line) {
        Program.main((out, err) -> run(line, out, err));
    }

    static ExitCode run(String[] line, PrintStream out, PrintStream err) {
        return new Programs("dist/lesson 07", "A server that answers commands over open connections, and its client.")
                .part("server", serverUsage(), arguments -> serve(arguments, out, err))
                .part("client", clientUsage(), arguments -> ask(arguments, out))
                .run(line, out, err);
    }

    private static Usage serverUsage() {
        return new Usage(
                        SERVER,
                        "",
                        "Answers each line of JSON with one line of JSON: 10000 test, 10001 echo, 10002 sleep,"
                                + " 10003 fail.")
                .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
                .option("a", "addr", "ADDR", "address to listen on (default: all addresses)")
                .option("t", "timeout", "SECONDS", "how long a handler may take (default 5)")
                .option(null, "logs", "FILE", "settings of the logs, a table of them is in lesson07-handlers/README.md")
                .flag(null, "log-calls", "log each call of a handler, with its result and how long it took")
                .example(SERVER)
                .example(SERVER + " -p 8890 -a 127.0.0.1 --log-calls");
    }

    private static Usage clientUsage() {
        return new Usage(CLIENT, "ADDR PORT CMDID [PARAMS]", "Sends one command and prints the answer.")
                .option("t", "timeout", "SECONDS", "how long to wait for the answer (default 10)")
                .example(CLIENT + " localhost 8889 10000")
                .example(CLIENT + " localhost 8889 10001 '{\"content\":\"Hello world!\"}'");
    }

    private static void serve(Arguments arguments, PrintStream out, PrintStream err) throws Stop {
        InetSocketAddress at = arguments.listenAt("addr", arguments.port("port", DEFAULT_PORT));
        Duration limit = Duration.ofSeconds(arguments.number("timeout", 5, 1, MAX_SECONDS));
        Dispatcher<Integer, RequestHandler> handlers = table(new TestHandler(), new CourseHandlers());
        HandlerLogs logs = HandlerLogs.open(settings(arguments), handlers.commands(), err);
        if (arguments.has("log-calls")) {
            handlers = handlers.decorated(
                    (command, handler) -> LoggingProxy.ofEveryMethod(RequestHandler.class, handler, logs.of(command)));
        }
        RequestServer server = new RequestServer(handlers, RequestServer.Options.DEFAULT.withTimeLimit(limit), logs);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        out.println("listening on port " + listen(server, at).getPort() + "; stop with Ctrl-C");
    }

    /** The table of all {@code handlers}; a mark that does not fit is a fault in the code, and its author reads which. */
    static Dispatcher<Integer, RequestHandler> table(Object... handlers) throws Stop {
        try {
            return Dispatcher.of(COMMANDS, handlers);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.BUG, e.getMessage() + ".\nMend the mark that is wrong, and build again.");
        }
    }

    private static InetSocketAddress listen(RequestServer server, InetSocketAddress at) throws Stop {
        try {
            return server.start(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, SERVER);
        }
    }

    private static LogSettings settings(Arguments arguments) throws Stop {
        Properties properties = new Properties();
        String file = arguments.text("logs", null);
        try {
            if (file != null) {
                try (Reader in = Files.newBufferedReader(Path.of(file))) {
                    properties.load(in);
                }
            }
            return new LogSettings(properties);
        } catch (NoSuchFileException e) {
            throw Stop.usage("there is no file '" + file + "': check the path behind --logs.");
        } catch (IOException | IllegalArgumentException e) {
            throw Stop.usage(file + ": " + e.getMessage());
        }
    }

    private static void ask(Arguments arguments, PrintStream out) throws Stop, InterruptedException {
        if (arguments.positional().size() < 3) {
            throw Stop.usage("expected where the server is and what to ask: " + CLIENT + " localhost 8889 10000");
        }
        InetSocketAddress server = InetSocketAddress.createUnresolved(
                arguments.positional(0, ""), arguments.positionalPort(1, DEFAULT_PORT));
        Request request = request(arguments.positional(2, ""), arguments.positional(3, "{}"));
        Duration patience = Duration.ofSeconds(arguments.number("timeout", 10, 1, MAX_SECONDS));
        try (RequestClient client = new RequestClient(server, new RequestClient.Options(1, patience, Duration.ZERO))) {
            Answer answer = client.ask(request);
            out.println(VisibleText.of(answer.text()));
            Program.checkPrinted(out);
            if (!answer.isGood()) {
                throw new Stop(ExitCode.REFUSED, "The server refused: " + VisibleText.of(answer.error()) + ".");
            }
        } catch (UnansweredException e) {
            throw unanswered(server, e);
        }
    }

    private static Stop unanswered(InetSocketAddress server, UnansweredException e) {
        if (e.wasSent()) {
            return new Stop(ExitCode.NO_SERVER, e.getMessage() + ".\nIs it the right port? Is the server very busy?");
        }
        return Stop.noServer(server, (IOException) e.getCause(), "Start one: " + SERVER + " -p " + server.getPort());
    }

    private static Request request(String command, String params) throws Stop {
        try {
            return new Request(Integer.parseInt(command), StrictJson.fields(Frame.of(params), PARAMS_DEPTH));
        } catch (NumberFormatException e) {
            throw Stop.usage("CMDID must be a whole number, such as 10000, not '" + command + "'.");
        } catch (JimFault fault) {
            throw Stop.usage(
                    "PARAMS must be one JSON object, such as '{\"content\":\"hi\"}': " + fault.getMessage() + ".");
        }
    }
}
