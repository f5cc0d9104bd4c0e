package jim.messenger.dialect;

import java.util.List;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Response;

/** JIM itself: every request is answered. */
final class JimDialect implements Dialect {
    private final JimCodec codec;

    JimDialect(JimCodec codec) {
        this.codec = codec;
    }

    @Override
    public Optional<Response> told(JimMessage message, Response answer) {
        return Optional.of(answer);
    }

    @Override
    public boolean ends(JimMessage message, Response answer) {
        return message instanceof Quit;
    }

    @Override
    public List<Frame> messages(Msg msg, String account) {
        return List.of(codec.encode(msg));
    }
}
