package jim.engine.router;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jim.engine.Acceptor;
import jim.engine.Connection;
import jim.engine.ConnectionListener;

/** Forwards each message to the one whom it names. For any number of connections and threads. */
public final class Router implements Acceptor {
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    @Override
    public ConnectionListener accepted(Connection connection) {
        return new Visitor(connection, visitors);
    }
}
