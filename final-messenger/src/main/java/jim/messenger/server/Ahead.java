package jim.messenger.server;

import jim.engine.netty.NettyEngine;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads what takes long to load, on a thread of its own, while the log is opened: so the server listens sooner. What cannot be
 * loaded is missed, and told, when it is used.
 */
final class Ahead {
    private Ahead() {}

    /**
     * Begins.
     *
     * @param database whether there is a store in a database
     * @param web whether there is a door for browsers
     */
    static void load(boolean database, boolean web) {
        Thread thread = new Thread(() -> loadQuietly(database, web), "ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadQuietly(boolean database, boolean web) {
        try {
            if (database) {
                SQLiteJDBCLoader.initialize();
            }
            if (web) {
                Class.forName(NettyEngine.class.getName());
                Class.forName("io.netty.channel.socket.nio.NioServerSocketChannel");
                Class.forName("io.netty.channel.nio.NioIoHandler");
            }
        } catch (Exception | LinkageError e) {
            // Whoever needs it says so.
        }
    }
}
