package jim.telemetry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.IntFunction;
import jim.cli.Stop;
import jim.sockets.ListeningSocket;

/** The two ports of a server. */
record Doors(ListeningSocket sources, ListeningSocket listeners) implements AutoCloseable {
    /** Begins to listen on both, or on none. */
    static Doors open(InetSocketAddress sources, InetSocketAddress listeners) throws IOException, Stop {
        ListeningSocket first = listen(sources, port -> ports(port, port < 65_535 ? port + 1 : 8_888));
        try {
            return new Doors(first, listen(listeners, port -> ports(sources.getPort(), port)));
        } catch (Stop stop) {
            first.close();
            throw stop;
        }
    }

    private static ListeningSocket listen(InetSocketAddress at, IntFunction<String> ports) throws Stop {
        try {
            return ListeningSocket.at(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, ports);
        }
    }

    private static String ports(int sources, int listeners) {
        return TelemetryMain.COMMAND + " --type=server --port=" + sources + "," + listeners;
    }

    @Override
    public void close() throws IOException {
        sources.close();
        listeners.close();
    }
}
