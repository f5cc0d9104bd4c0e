package jim.telemetry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import jim.cli.Stop;
import jim.sockets.ListeningSocket;

/** The two ports of a server. */
record Doors(ListeningSocket sources, ServerSocketChannel listeners) implements AutoCloseable {
    private static final int BACKLOG = 4_096;

    /** Begins to listen on both, or on none. */
    static Doors open(InetSocketAddress sources, InetSocketAddress listeners) throws IOException, Stop {
        ListeningSocket first = listen(sources);
        try {
            return new Doors(first, listen(listeners, sources.getPort()));
        } catch (Stop stop) {
            first.close();
            throw stop;
        }
    }

    private static ListeningSocket listen(InetSocketAddress at) throws Stop {
        try {
            return ListeningSocket.at(at);
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, port -> ports(port, port < 65_535 ? port + 1 : 8_888));
        }
    }

    private static ServerSocketChannel listen(InetSocketAddress at, int sources) throws IOException, Stop {
        ServerSocketChannel door = ServerSocketChannel.open();
        try {
            return door.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(at, BACKLOG);
        } catch (IOException e) {
            door.close();
            throw Stop.cannotListen(at, e, port -> ports(sources, port));
        }
    }

    int sourcePort() {
        return sources.address().getPort();
    }

    int listenerPort() throws IOException {
        return ((InetSocketAddress) listeners.getLocalAddress()).getPort();
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
