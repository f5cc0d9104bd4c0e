package jim.engine;

/** Says who listens to a new connection. */
public interface Acceptor {
    /** Called once for each connection, before its first frame, on the thread that will call the listener. */
    ConnectionListener accepted(Connection connection);
}
