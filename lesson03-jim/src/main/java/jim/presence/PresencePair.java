package jim.presence;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Programs;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;
import jim.protocol.VisibleText;

/**
 * The lesson's two programs, {@code server} and {@code client}. A later lesson runs the same two with other functions
 * and another journal, and changes nothing here.
 */
public final class PresencePair {
    /** The port of JIM. */
    public static final int DEFAULT_PORT = 7777;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What one of the two programs is made of. */
    public record Parts<F>(F functions, Journal journal) {}

    /** Makes a program's parts when it starts, so that the client opens no log of the server. */
    public interface Maker<F> {
        Parts<F> make() throws IOException;
    }

    private final String command;
    private final Maker<ClientFunctions> client;
    private final Maker<ServerFunctions> server;

    /**
     * @param command how the pair is started, such as {@code dist/lesson 03}
     */
    public PresencePair(String command, Maker<ClientFunctions> client, Maker<ServerFunctions> server) {
        this.command = command;
        this.client = client;
        this.server = server;
    }

    /** Lesson 3 itself: plain functions, service messages printed. */
    public static void main(String[] line) {
        JimCodec codec = new JimCodec();
        new PresencePair(
                        "dist/lesson 03",
                        () -> new Parts<>(new PresenceClient(codec), Journal.SILENT),
                        () -> new Parts<>(new PresenceServer(codec), Journal.printing(System.out)))
                .run(line);
    }

    /** Runs the program that the first word of the line names, and ends the JVM as it ends. */
    public void run(String[] line) {
        Program.main((out, err) -> run(line, out, err));
    }

    ExitCode run(String[] line, PrintStream out, PrintStream err) {
        return new Programs(command, "A presence server, and a client that tells it who is here.")
                .part("server", serverUsage(), this::serve)
                .part("client", clientUsage(), arguments -> greet(arguments, out))
                .run(line, out, err);
    }

    private Usage serverUsage() {
        return new Usage(command + " server", "", "Answers each client's presence with 200.")
                .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
                .option("a", "addr", "ADDR", "address to listen on (default: all addresses)")
                .example(command + " server")
                .example(command + " server -p 7778 -a 127.0.0.1");
    }

    private Usage clientUsage() {
        return new Usage(
                        command + " client",
                        "ADDR [PORT]",
                        "Tells a server who is here and prints its answer. PORT is " + DEFAULT_PORT
                                + " when it is left out.")
                .option("n", "name", "NAME", "the name to be known by (default guest)")
                .example(command + " client localhost")
                .example(command + " client 127.0.0.1 7778 -n ann");
    }

    private void serve(Arguments arguments) throws IOException, Stop {
        InetSocketAddress at = arguments.listenAt("addr", arguments.port("port", DEFAULT_PORT));
        Parts<ServerFunctions> parts = server.make();
        try (ServerLoop loop = new ServerLoop(parts.functions(), parts.journal(), PATIENCE)) {
            InetSocketAddress listening = listen(loop, at, command + " server");
            parts.journal().note("listening on port " + listening.getPort() + "; stop with Ctrl-C");
            loop.run();
        }
    }

    private static InetSocketAddress listen(ServerLoop loop, InetSocketAddress at, String command) throws Stop {
        try {
            return loop.listen(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, command);
        }
    }

    private void greet(Arguments arguments, PrintStream out) throws IOException, Stop {
        if (arguments.positional().isEmpty()) {
            throw Stop.usage("the server's address is missing: " + command + " client localhost");
        }
        InetSocketAddress address =
                new InetSocketAddress(arguments.positional().get(0), arguments.positionalPort(1, DEFAULT_PORT));
        Parts<ClientFunctions> parts = client.make();
        Presence presence = presence(parts.functions(), arguments.text("name", "guest"));
        ClientExchange exchange = new ClientExchange(parts.functions(), parts.journal(), PATIENCE);
        try {
            Response answer = exchange.greet(address, presence);
            out.println(answer.code() + " " + VisibleText.of(answer.text()));
            Program.checkPrinted(out);
            if (!answer.isGood()) {
                throw new Stop(ExitCode.REFUSED, "The server refused.");
            }
        } catch (JimFault fault) {
            parts.journal().caught("no JIM", fault);
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "what answers at " + address + " does not speak JIM: " + fault.getMessage()
                            + ".\nIs it the right port?");
        } catch (IOException e) {
            parts.journal().caught("no answer", e);
            throw Stop.noServer(address, e, "Start one: " + command + " server -p " + address.getPort());
        }
    }

    private static Presence presence(ClientFunctions functions, String account) throws Stop {
        try {
            return functions.formPresence(account);
        } catch (JimFault fault) {
            throw Stop.usage(fault.getMessage() + ".");
        }
    }
}
