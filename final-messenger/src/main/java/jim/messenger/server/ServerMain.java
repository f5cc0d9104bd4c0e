package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;

/** The program {@code final-messenger-server.jar}. */
public final class ServerMain {
    private static final int DEFAULT_PORT = 7777;
    private static final String COMMAND = "java -jar final-messenger-server.jar";
    private static final String CLIENT = "java -jar final-messenger-client.jar";

    private static final Usage USAGE = new Usage(COMMAND, "", "A messenger server that speaks JIM.")
            .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
            .option("a", "ip", "ADDR", "address to listen on (default: all addresses)")
            .option(null, "addr", "ADDR", "the same as --ip")
            .flag(null, "log-actions", "log each call of an action: who called, what came of it, how long it took")
            .flag(null, "json", "print one line of JSON when it listens, and nothing else")
            .example(COMMAND)
            .example(COMMAND + " -p 7778 -a 127.0.0.1");

    private ServerMain() {}

    public static void main(String[] line) {
        Program.main(USAGE, line, ServerMain::run);
    }

    private static void run(Arguments arguments) throws IOException, Stop {
        InetSocketAddress at =
                arguments.listenAt(arguments.has("ip") ? "ip" : "addr", arguments.port("port", DEFAULT_PORT));
        LogFile log = LogFile.orNone(() -> ServerLogConfig.open(Path.of("")), System.err);
        MessengerServer server = new MessengerServer(log, new MessengerServer.Options(arguments.has("log-actions")));
        InetSocketAddress listening = start(server, at);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "shutdown"));
        System.out.println(arguments.has("json") ? ready(listening) : banner(listening, log.isKept()));
    }

    private static InetSocketAddress start(MessengerServer server, InetSocketAddress at) throws Stop {
        try {
            return server.start(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, COMMAND);
        }
    }

    private static void stop(MessengerServer server, LogFile log) {
        server.close();
        log.close();
    }

    /** For a program that started this one: what listens where. */
    private static String ready(InetSocketAddress listening) {
        return "{\"event\":\"ready\",\"jim\":" + listening.getPort() + ",\"web\":null,\"text\":null,\"pid\":"
                + ProcessHandle.current().pid() + "}";
    }

    /** For a person: what listens where, how to reach it, and what it does not protect. */
    private static String banner(InetSocketAddress listening, boolean logged) {
        Map<String, String> lines = new LinkedHashMap<>();
        InetAddress address = listening.getAddress();
        lines.put(
                "listens on",
                (address.isAnyLocalAddress() ? "all addresses" : address.getHostAddress()) + ", port "
                        + listening.getPort());
        lines.put(
                "chat from here",
                chat(address.isAnyLocalAddress() ? "localhost" : address.getHostAddress(), listening));
        if (address.isAnyLocalAddress()) {
            networkAddress().ifPresent(host -> lines.put("from elsewhere", chat(host, listening)));
        }
        lines.put("mind", "messages are not encrypted on their way");
        lines.put("log", logged ? "log/server.log" : "none");
        lines.put("stop with", "Ctrl-C");
        StringBuilder text = new StringBuilder("JIM messenger " + Program.version());
        lines.forEach((name, value) -> text.append(String.format("%n  %-15s %s", name, value)));
        return text.toString();
    }

    private static String chat(String host, InetSocketAddress listening) {
        return CLIENT + " " + host + " " + listening.getPort() + " -n NAME";
    }

    /** An address by which other computers may reach this one. */
    private static Optional<String> networkAddress() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isSiteLocalAddress)
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
