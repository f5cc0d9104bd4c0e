package jim.chat.door;

import jim.chat.line.LineChat;
import jim.engine.Connection;
import jim.engine.ConnectionListener;

/** Receives those who come through a door. For any thread. */
public interface Reception {
    /** Somebody new at the other end of {@code connection}, who is shown {@code look}. Each frame is to be one line. */
    ConnectionListener enter(Connection connection, Look look);

    /** Lets everybody into {@code chat}. */
    static Reception of(LineChat chat) {
        return (connection, look) -> new LineSession(connection, chat, look);
    }
}
