package jim.messenger.dialect;

import java.util.List;
import java.util.Optional;
import jim.chat.Letter;
import jim.protocol.Frame;
import jim.protocol.Hexadecimal;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Response;

/** JIM itself: every request is answered. What a whole room gets is written once. For any thread. */
final class JimDialect implements Dialect {
    private final JimCodec codec;
    /** What was written last for a room. */
    private volatile Copy last = new Copy(null, null);

    /** A message, and how it is written, both without what tells it from others: that each reader has for itself. */
    private record Copy(Msg msg, Frame frame) {}

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
    public List<Frame> messages(Msg msg, Letter letter, String account) {
        return List.of(msg.toRoom() ? copy(msg, letter) : frame(msg, letter));
    }

    private Frame frame(Msg msg, Letter letter) {
        return letter == null ? codec.encode(msg) : codec.encode(msg, new Hexadecimal(letter.id()), letter.seq());
    }

    private Frame copy(Msg msg, Letter letter) {
        Copy copy = last;
        if (!msg.equals(copy.msg())) {
            copy = new Copy(msg, codec.encode(msg));
            last = copy;
        }
        return letter == null ? copy.frame() : codec.encode(copy.frame(), new Hexadecimal(letter.id()), letter.seq());
    }
}
