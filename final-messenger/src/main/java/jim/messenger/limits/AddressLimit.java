package jim.messenger.limits;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many connections one address has, and may have (protocol, section 8). For any thread. */
final class AddressLimit {
    private static final int MOST = 64;
    /** A computer may do to itself what it likes, such as a test with thousands of clients. */
    private static final int MOST_FROM_HERE = 10_000;

    private final ConcurrentMap<Network, Integer> connections = new ConcurrentHashMap<>();

    /** Counts one connection more, if there may be one: then {@link #leave} must follow. */
    boolean enter(InetAddress from) {
        if (connections.merge(Network.of(from), 1, Integer::sum) <= most(from)) {
            return true;
        }
        leave(from);
        return false;
    }

    /** One connection has ended. */
    void leave(InetAddress from) {
        connections.computeIfPresent(Network.of(from), (network, count) -> count == 1 ? null : count - 1);
    }

    /** The most connections that {@code from} may have. */
    static int most(InetAddress from) {
        return from.isLoopbackAddress() ? MOST_FROM_HERE : MOST;
    }

    /** Whether nobody is counted. */
    boolean isEmpty() {
        return connections.isEmpty();
    }
}
