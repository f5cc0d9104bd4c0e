package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;
import jim.messenger.delivery.Accounts;
import jim.messenger.limits.Limits;
import jim.messenger.metrics.Tally;
import jim.messenger.operator.AccountsProgram;
import jim.messenger.operator.CopiesProgram;
import jim.messenger.operator.Operation;
import jim.messenger.server.Doors.Door;
import jim.messenger.store.MessageStore;
import jim.protocol.JimCodec;

/** The program {@code final-messenger-server.jar}. */
public final class ServerMain {
    private static final int DEFAULT_PORT = 7777;
    private static final int WEB_PORT = 8080;
    private static final int TEXT_PORT = 7778;
    private static final int MOST_ROOMS = 10_000;
    private static final String ADMIN = "admin";
    private static final String LOGS = "logs";
    private static final String USUAL_LOGS = "./log";
    private static final String COMMAND = "java -jar final-messenger-server.jar";

    /** Where the script {@code final-messenger-server} keeps its archive of classes. */
    private static final String SCRIPT_CACHE = "JIM_CACHE";

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    static final Usage USAGE = new Usage(COMMAND, "", "A messenger server that speaks JIM.")
            .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
            .option(null, "web", "PORT", "TCP port for browsers, 0 for none (default " + WEB_PORT + ")")
            .option(null, "host", "NAME[,NAME]", "names by which browsers call this server, besides its own")
            .option(null, "text", "PORT", "TCP port for telnet and nc, 0 for none (default " + TEXT_PORT + ")")
            .option(null, ADMIN, "PORT", "TCP port for /healthz and /metrics, on 127.0.0.1 alone (default 0: none)")
            .option("a", "ip", "ADDR", "address to listen on (default: all addresses)")
            .alias("addr", "ip")
            .option(
                    null,
                    "message-limit",
                    "N",
                    "the longest text of a message, in characters (default " + JimCodec.MAX_TEXT + ", at most "
                            + JimCodec.MAX_TEXT_RAISED + "; never more than about 7500 bytes)")
            .option(
                    null,
                    "rooms",
                    "N",
                    "the most rooms that a person may be in (default " + MessengerOptions.ROOMS + ")")
            .option(
                    null,
                    "accounts",
                    "WHO",
                    "who may come: open (everybody), registered (with a password) or closed (whom you have made)")
            .option(null, "limits", "on|off", "off: as fast, and as often, as anybody likes (default on)")
            .option(
                    null,
                    StoreOptions.STORE,
                    "sqlite|memory",
                    "where messages are kept; memory: until the server stops (default sqlite)")
            .option(
                    null,
                    Operation.DATA,
                    "DIR",
                    "the folder in which they are kept (default " + Operation.USUAL_FOLDER + ")")
            .option(
                    null,
                    StoreOptions.GUESTS,
                    "DAYS",
                    "how long a guest is remembered who does not come again (default " + StoreOptions.GUEST_DAYS + ")")
            .option(null, LOGS, "DIR", "the folder of the log server.log (default " + USUAL_LOGS + ")")
            .option(null, CopiesProgram.BACKUP, "FILE", "start no server, but copy what is kept to FILE")
            .flag(null, CopiesProgram.EXPORT, "start no server, but print what is kept as lines of JSON")
            .option(null, TlsOptions.CERTIFICATE, "FILE", "speak TLS alone, with the certificate in this PEM file")
            .option(null, TlsOptions.KEY, "FILE", "the PEM file with the key of that certificate")
            .flag(null, TlsOptions.SELF_SIGNED, "speak TLS alone, with a certificate that is made now, for a class")
            .flag(null, "log-actions", "log each call of an action: who called, what came of it, how long it took")
            .flag(null, "json", "print one line of JSON when it listens, and nothing else")
            .settings("JIM_", System.getenv())
            .notOurs(SCRIPT_CACHE)
            .example(COMMAND)
            .example(COMMAND + " -p 7000 -a 127.0.0.1")
            .example(COMMAND + " adduser --help")
            .example(COMMAND + " --backup jim-today.db --data jim-data");

    private ServerMain() {}

    public static void main(String[] line) {
        boolean isCommand = line.length > 0 && !line[0].startsWith("-");
        Program.main((out, err) -> isCommand
                ? AccountsProgram.under(COMMAND, USAGE).run(line, out, err)
                : Program.run(USAGE, line, ServerMain::run, out, err));
    }

    private static void run(Arguments arguments) throws Stop {
        if (CopiesProgram.isAskedFor(arguments)) {
            CopiesProgram.run(arguments);
        } else {
            serve(arguments);
        }
    }

    private static void serve(Arguments arguments) throws Stop {
        int web = arguments.port("web", WEB_PORT);
        Ahead.load(!StoreOptions.isInMemory(arguments), web != 0);
        Set<String> hosts = hosts(arguments);
        int text = arguments.port("text", TEXT_PORT);
        int admin = arguments.port(ADMIN, 0);
        InetSocketAddress jim = at(arguments, arguments.port("port", DEFAULT_PORT));
        MessengerOptions options = options(arguments);
        Engines engines = TlsOptions.engines(arguments);
        Path logs = Operation.path(arguments, LOGS, USUAL_LOGS);
        LogFile log = LogFile.orNone(() -> ServerLogConfig.openIn(logs), System.err);
        Tally tally = new Tally();
        MessengerServer server = new MessengerServer(log, options, store(arguments, log, tally), engines, tally);
        try {
            Doors doors = new Doors(
                    open(server::start, jim, "-p"),
                    openIfFree(at -> server.startWeb(at, hosts), at(arguments, web), arguments, "web"),
                    openIfFree(server::startText, at(arguments, text), arguments, "text"),
                    admin == 0 ? null : open(at -> server.startAdmin(admin), loopback(admin), "--" + ADMIN),
                    engines.protection());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "shutdown"));
            System.out.println(
                    arguments.has("json")
                            ? doors.ready()
                            : doors.banner(
                                    StoreOptions.told(arguments),
                                    log.isKept() ? logs.resolve("server.log").toString() : "none"));
        } catch (Stop why) {
            stop(server, log);
            throw why;
        }
    }

    private static MessageStore store(Arguments arguments, LogFile log, Tally tally) throws Stop {
        try {
            return StoreOptions.open(arguments, log, tally);
        } catch (Stop why) {
            log.close();
            throw why;
        }
    }

    private static MessengerOptions options(Arguments arguments) throws Stop {
        return MessengerOptions.USUAL
                .withLogActions(arguments.has("log-actions"))
                .withMessageLimit(arguments.number("message-limit", JimCodec.MAX_TEXT, 1, JimCodec.MAX_TEXT_RAISED))
                .withRooms(arguments.number("rooms", MessengerOptions.ROOMS, 1, MOST_ROOMS))
                .withAccounts(accounts(arguments))
                .withLimits(limits(arguments));
    }

    private static Accounts accounts(Arguments arguments) throws Stop {
        String word = arguments.oneOf("accounts", List.of("open", "registered", "closed"));
        return Accounts.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Limits limits(Arguments arguments) throws Stop {
        return arguments.oneOf("limits", List.of("on", "off")).equals("on") ? Limits.USUAL : Limits.NONE;
    }

    static Set<String> hosts(Arguments arguments) throws Stop {
        Set<String> hosts = new HashSet<>();
        for (String host : arguments.text("host", "localhost").split(",", -1)) {
            if (!HOST_NAME.matcher(host).matches()) {
                throw Stop.usage(arguments.named("host")
                        + " must be a name such as chat.example.org, without a port, not '" + host + "'.");
            }
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        return hosts;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static InetSocketAddress at(Arguments arguments, int port) throws Stop {
        InetSocketAddress at = arguments.listenAt("ip", port);
        if (at.isUnresolved()) {
            throw Stop.usage(arguments.named("ip") + " must be an address of this computer, such as 127.0.0.1, not '"
                    + at.getHostString() + "'.");
        }
        return at;
    }

    /** Begins to listen. */
    private interface Opening {
        InetSocketAddress open(InetSocketAddress at) throws IOException;
    }

    private static InetSocketAddress open(Opening door, InetSocketAddress at, String option) throws Stop {
        try {
            return door.open(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, port -> COMMAND + " " + option + " " + besideTheUsual(port));
        }
    }

    /** What is proposed must not take the usual port of another door. */
    private static int besideTheUsual(int port) {
        return port == TEXT_PORT || port == WEB_PORT ? port + 1 : port;
    }

    /** A door that nobody has asked for stays closed when its port is taken (protocol, section 8). */
    private static Door openIfFree(Opening door, InetSocketAddress at, Arguments arguments, String option) throws Stop {
        if (at.getPort() == 0) {
            return Door.closed("--" + option + " 0");
        }
        try {
            return Door.open(open(door, at, "--" + option));
        } catch (Stop why) {
            if (arguments.has(option)) {
                throw why;
            }
            return Door.closed("port " + at.getPort() + " cannot be had, choose another with --" + option + " PORT");
        }
    }

    private static void stop(MessengerServer server, LogFile log) {
        server.close();
        log.close();
    }
}
