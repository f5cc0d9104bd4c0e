package jim.messenger.limits;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many connections one address has, and may have (protocol, section 8). For any thread. */
final class AddressLimit {
    private final Limits limits;
    private final ConcurrentMap<Network, Integer> connections = new ConcurrentHashMap<>();

    /** Nobody is here yet. */
    AddressLimit(Limits limits) {
        this.limits = limits;
    }

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

    private int most(InetAddress from) {
        return from.isLoopbackAddress() ? limits.connectionsFromHere() : limits.connections();
    }

    /** Whether nobody is counted. */
    boolean isEmpty() {
        return connections.isEmpty();
    }
}
