package jim.presence;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;

/** The client's functions over blocking streams. */
public final class PresenceClient implements ClientFunctions {
    private final JimCodec codec;

    public PresenceClient(JimCodec codec) {
        this.codec = codec;
    }

    @Override
    public Presence formPresence(String account) throws JimFault {
        String problem = Names.problemWithPerson(account).orElse(null);
        if (problem != null) {
            throw JimFault.stay(Status.BAD_REQUEST, "'" + account + "' cannot be a name: expected " + problem);
        }
        return new Presence(account, "here", null);
    }

    @Override
    public void sendMessage(OutputStream out, JimMessage message) throws IOException {
        out.write(codec.encode(message).toByteArray());
        out.flush();
    }

    @Override
    public Frame receiveAnswer(FrameReader in) throws IOException, JimFault {
        Frame frame = in.read();
        if (frame == null) {
            throw new EOFException("the server hung up without an answer");
        }
        return frame;
    }

    @Override
    public Response parseAnswer(Frame frame) throws JimFault {
        if (codec.fromServer(frame) instanceof Response response) {
            return response;
        }
        throw JimFault.stay(Status.BAD_REQUEST, "expected an answer with 'response', got a message");
    }
}
