package jim.messenger.dialect;

import com.google.gson.JsonObject;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Request;
import jim.protocol.Response;

/** How one client puts its requests, and what it understands. Immutable; for any thread. */
public interface Dialect {
    /** Reads {@code object} as a request in this dialect. */
    Request request(JsonObject object) throws JimFault;

    /** What the client is told when {@code answer} is the answer to {@code message}; empty for nothing. */
    Optional<Response> told(JimMessage message, Response answer);

    /** Whether the connection ends when {@code answer} is the answer to {@code message}. */
    boolean ends(JimMessage message, Response answer);

    /** Whether the client knows what a probe is. */
    default boolean isProbed() {
        return true;
    }

    /** A message that has come for {@code account}, the client's own name. */
    Frame message(Msg msg, String account);
}
