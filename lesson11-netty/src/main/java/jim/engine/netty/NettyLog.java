package jim.engine.netty;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Netty's own log. An engine says through its options what has failed; the screen belongs to the program. */
final class NettyLog {
    /** Kept here, because the JDK forgets a logger to which nobody holds on. */
    private static final Logger LOG = Logger.getLogger("io.netty");

    private NettyLog() {}

    /** To be called before the first class of Netty's is used. */
    static void silence() {
        LOG.setLevel(Level.OFF);
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }
}
