package jim.messenger.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.messenger.tls.Privacy;
import jim.messenger.tls.PrivacyException;
import jim.protocol.JimFault;

/**
 * The way to the server.
 *
 * @param server as the person has named it
 * @param privacy how others are kept from reading along
 */
record Route(InetSocketAddress server, Privacy privacy) {
    private static final int CONNECT_MILLIS = 5_000;

    /** Connects. The name is looked up each time: the server may have moved. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.getHostString(), server.getPort()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return privacy.over(socket, server);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whether somebody between here and the server could read what is sent. */
    boolean isReadableOnTheWay() {
        InetAddress address = new InetSocketAddress(server.getHostString(), server.getPort()).getAddress();
        return privacy == Privacy.NONE && (address == null || !address.isLoopbackAddress());
    }

    /** Nobody can be reached at its end. */
    Stop leadsNowhere(IOException why) {
        if (why instanceof PrivacyException) {
            return new Stop(ExitCode.NO_SERVER, "no private connection to " + this + ": " + why.getMessage());
        }
        String hint = why instanceof EOFException && privacy == Privacy.NONE
                ? "Does it want TLS? Then add --tls, or --tls-fingerprint as its first lines show it."
                : "Start one: java -jar final-messenger-server.jar -p " + server.getPort();
        return Stop.noServer(server, why, hint);
    }

    /** Somebody else is at its end. */
    Stop leadsElsewhere(JimFault why) {
        return new Stop(
                ExitCode.NO_SERVER,
                "what answers at " + this + " does not speak JIM (" + why.getMessage() + ").\nIs it the right port?");
    }

    @Override
    public String toString() {
        return server.getHostString() + ":" + server.getPort();
    }
}
