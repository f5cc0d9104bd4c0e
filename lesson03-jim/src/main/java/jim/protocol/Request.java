package jim.protocol;

import java.util.Map;

/**
 * One object from a client, understood.
 *
 * @param message what the client wants
 * @param echo the {@code id} and {@code cid} of the request, which every answer to it repeats
 */
public record Request(JimMessage message, Map<String, Object> echo) {
    public Request {
        echo = Response.copy(echo);
    }

    /** {@code answer} as the answer to this request. */
    public Response answered(Response answer) {
        return echo.isEmpty() ? answer : answer.with(echo);
    }
}
