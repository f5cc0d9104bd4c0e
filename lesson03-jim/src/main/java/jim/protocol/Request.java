package jim.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One object from a client, understood.
 *
 * @param message what the client wants
 * @param echo the {@code id} and {@code cid} of the request, which every answer to it repeats, as long as it
 *     has no such field of its own
 */
public record Request(JimMessage message, Map<String, Object> echo) {
    public Request {
        echo = Response.copy(echo);
    }

    /** {@code answer} as the answer to this request. */
    public Response answered(Response answer) {
        if (echo.isEmpty()) {
            return answer;
        }
        Map<String, Object> rest = new LinkedHashMap<>(echo);
        rest.keySet().removeAll(answer.more().keySet());
        return answer.with(rest);
    }
}
