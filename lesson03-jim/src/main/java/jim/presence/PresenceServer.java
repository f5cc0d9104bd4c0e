package jim.presence;

import java.io.IOException;
import java.io.OutputStream;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;

/** The server's functions over blocking streams. */
public final class PresenceServer implements ServerFunctions {
    private final JimCodec codec;

    public PresenceServer(JimCodec codec) {
        this.codec = codec;
    }

    @Override
    public Frame receiveMessage(FrameReader in) throws IOException, JimFault {
        return in.read();
    }

    @Override
    public Response formAnswer(Frame message) throws JimFault {
        try {
            Request request = codec.request(message);
            return request.answered(answer(request));
        } catch (JimFault fault) {
            if (fault.closes()) {
                throw fault;
            }
            return fault.answer();
        }
    }

    private static Response answer(Request request) {
        return request.message() instanceof Presence presence
                ? Response.of(Status.OK, "welcome, " + presence.account())
                : Response.of(
                        Status.BAD_REQUEST,
                        "this server knows 'presence' only, not '"
                                + request.message().action() + "'");
    }

    @Override
    public void sendAnswer(OutputStream out, Response answer) throws IOException {
        out.write(codec.encode(answer).toByteArray());
        out.flush();
    }
}
