package jim.messenger.dialect;

import java.util.List;
import java.util.Optional;
import jim.chat.Letter;
import jim.protocol.Frame;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Response;

/** What a client understands. Immutable; for any thread. */
interface Dialect {
    /** What the client is told when {@code answer} is the answer to {@code message}; empty for nothing. */
    Optional<Response> told(JimMessage message, Response answer);

    /** Whether the connection ends when {@code answer} is the answer to {@code message}. */
    boolean ends(JimMessage message, Response answer);

    /**
     * A message that has come for {@code account}, the client's own name: one frame, or several in their order.
     *
     * @param letter what tells it from others; null when the client is not to see that
     */
    List<Frame> messages(Msg msg, Letter letter, String account);
}
