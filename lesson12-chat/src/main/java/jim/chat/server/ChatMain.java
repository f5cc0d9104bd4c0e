package jim.chat.server;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;

/** The program {@code dist/lesson 12}. */
public final class ChatMain {
    private static final String COMMAND = "dist/lesson 12";
    private static final int WEB_PORT = 8080;
    private static final Usage USAGE = new Usage(COMMAND, "", "A chat for telnet, nc and browsers, on three engines.")
            .option("e", "engine", "ENGINE", "threads, selector, netty, or all of them at once (default threads)")
            .option("p", "port", "PORT", "TCP port, 0 for any free one (default " + ports() + ")")
            .option("w", "web", "PORT", "TCP port of the page for browsers, 0 for none (default " + WEB_PORT + ")")
            .option("a", "addr", "ADDR", "address to listen on (default: all addresses)")
            .example(COMMAND + " --engine selector --port 7777 --addr 127.0.0.1")
            .example(COMMAND + " --engine all --port 10000,8000,1234");

    private final PrintStream out;
    private final LogFile log;
    private final ChatServer server;

    private ChatMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.log = LogFile.orNone(() -> ServerLogConfig.open(Path.of("")), err);
        this.server = new ChatServer(log.logger());
    }

    public static void main(String[] line) {
        Program.main((out, err) -> run(line, out, err));
    }

    static ExitCode run(String[] line, PrintStream out, PrintStream err) {
        return Program.run(USAGE, line, arguments -> run(arguments, out, err), out, err);
    }

    private static String ports() {
        return Arrays.stream(EngineKind.values())
                .map(kind -> kind.word() + " " + kind.port())
                .collect(joining(", "));
    }

    private static void run(Arguments arguments, PrintStream out, PrintStream err) throws Stop {
        EngineChoice choice = EngineChoice.of(arguments);
        ChatMain program = new ChatMain(out, err);
        try {
            program.start(choice, arguments);
        } catch (Stop stop) {
            program.stop();
            throw stop;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(program::stop, "shutdown"));
        out.println("stop with Ctrl-C");
    }

    private void start(EngineChoice choice, Arguments arguments) throws Stop {
        int web = arguments.port("web", WEB_PORT);
        for (EngineKind kind : choice.ports().keySet()) {
            start(kind, arguments.listenAt("addr", choice.ports().get(kind)), choice);
        }
        if (web != 0) {
            startWeb(arguments.listenAt("addr", web));
        }
    }

    private void start(EngineKind kind, InetSocketAddress at, EngineChoice choice) throws Stop {
        try {
            announce(kind.word(), server.start(kind, at));
        } catch (IOException e) {
            throw Stop.cannotListen(
                    at, e, port -> COMMAND + " " + choice.with(kind, port).options());
        }
    }

    private void startWeb(InetSocketAddress at) throws Stop {
        try {
            InetSocketAddress address = server.startWeb(at);
            announce("web", address);
            out.println("open http://" + host(address) + ":" + address.getPort() + "/ in a browser");
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, port -> COMMAND + " --web " + port);
        }
    }

    private static String host(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        if (address.getAddress().isAnyLocalAddress()) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private void announce(String name, InetSocketAddress address) {
        String line = name + " server started on port: " + address.getPort();
        out.println(line);
        log.logger().info(line);
    }

    private void stop() {
        server.close();
        log.close();
    }
}
