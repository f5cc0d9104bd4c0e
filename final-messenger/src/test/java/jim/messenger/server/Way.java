package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.net.SocketFactory;
import jim.engine.netty.TestCertificate;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.metrics.Tally;
import jim.messenger.store.MemoryStore;
import jim.messenger.store.MessageStore;
import jim.messenger.store.SqliteStore;
import jim.testkit.ScriptedPeer;

/** A door by which clients come, and a store behind it: each of both that there is, at least once. */
enum Way {
    TCP_MEMORY(false, false, false),
    TCP_SQLITE(false, false, true),
    TLS_MEMORY(false, true, false),
    WEB_MEMORY(true, false, false),
    WEB_TLS_SQLITE(true, true, true);

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final boolean isWeb;
    private final boolean isEncrypted;
    private final boolean isOnDisk;

    Way(boolean isWeb, boolean isEncrypted, boolean isOnDisk) {
        this.isWeb = isWeb;
        this.isEncrypted = isEncrypted;
        this.isOnDisk = isOnDisk;
    }

    /** A server with this one door. */
    record Open(Way way, MessengerServer server, InetSocketAddress at, SocketFactory sockets) implements AutoCloseable {
        Line call() throws IOException {
            Socket socket = sockets.createSocket(at.getAddress(), at.getPort());
            socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return way.isWeb ? Line.ofWeb(socket) : Line.ofStream(socket);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /**
     * Opens it.
     *
     * @param folder for what is kept
     * @param certificate for a door with TLS
     */
    Open open(Path folder, TestCertificate certificate) throws Exception {
        Engines engines = isEncrypted ? new EncryptedEngines(certificate::certificate) : Engines.PLAIN;
        MessengerServer server = new MessengerServer(
                LogFile.none(), MessengerOptions.USUAL.withLimits(Limits.NONE), store(folder), engines, new Tally());
        SocketFactory sockets = isEncrypted ? certificate.trust().getSocketFactory() : SocketFactory.getDefault();
        return new Open(this, server, start(server), sockets);
    }

    private MessageStore store(Path folder) throws Exception {
        InstantSource clock = InstantSource.system();
        return isOnDisk ? SqliteStore.open(folder, clock, why -> {}) : new MemoryStore(clock);
    }

    private InetSocketAddress start(MessengerServer server) throws IOException {
        return isWeb ? server.startWeb(ANYWHERE) : server.start(ANYWHERE);
    }
}
