package jim.telemetry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Stop;

/** How a client finds its server, and what it says when the server is not there, or no more. */
final class Connected {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a client does while the server is there. */
    interface Work {
        void with(Socket server) throws IOException, Stop;
    }

    private Connected() {}

    /** Does {@code work} with the server that the command line names. */
    static void run(Arguments arguments, int defaultPort, Work work) throws IOException, Stop {
        int port = arguments.number("port", defaultPort, 1, 65_535);
        InetSocketAddress server = new InetSocketAddress(arguments.text("host", "localhost"), port);
        try (Socket socket = new Socket()) {
            connect(socket, server);
            work(socket, server, work);
        }
    }

    private static void connect(Socket socket, InetSocketAddress server) throws Stop {
        try {
            socket.connect(server, (int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw Stop.noServer(
                    server, e, "Start one, or name its --port: " + TelemetryMain.COMMAND + " --type=server");
        }
    }

    private static void work(Socket socket, InetSocketAddress server, Work work) throws Stop {
        try {
            work.with(socket);
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "the server at " + server.getHostString() + ":" + server.getPort() + " is gone: " + e.getMessage()
                            + ".");
        }
    }
}
