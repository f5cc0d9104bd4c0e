package jim.messenger.dialect;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jim.chat.Letter;
import jim.chat.Message;
import jim.messenger.course.Aliases;
import jim.messenger.course.Aliases.Field;
import jim.messenger.course.CourseMessages;
import jim.messenger.course.Words;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * The dialect of the course's clients, in the words of one of them. They wait for an answer to a presence, know 200 and
 * 400 only, and take every object that comes later for a message to them: so a message is not acknowledged, and one that
 * is refused, to a stranger for example, is met with silence. What is wrong in its fields is answered 400 all the same, as
 * their own servers do. What only JIM has, such as {@code who}, is answered as in JIM.
 */
final class CourseDialect implements Dialect {
    private final JimCodec codec;
    private final Words words;

    CourseDialect(JimCodec codec, Words words) {
        this.codec = codec;
        this.words = words;
    }

    /** Reads {@code said} as a request in this dialect. */
    Request request(JsonObject said) throws JimFault {
        JsonObject jim = Aliases.inJim(said);
        if (Aliases.isMessage(said) && Field.TO.in(said).isEmpty()) {
            jim.addProperty("to", Message.EVERYONE);
        }
        try {
            return codec.request(jim);
        } catch (JimFault fault) {
            throw Aliases.isPresence(said) ? JimFault.close(fault.getMessage()) : fault;
        }
    }

    @Override
    public Optional<Response> told(JimMessage message, Response answer) {
        if (message instanceof Msg || message instanceof Quit) {
            return Optional.empty();
        }
        return Optional.of(isFailedPresence(message, answer) ? Response.of(Status.BAD_REQUEST, answer.text()) : answer);
    }

    @Override
    public boolean ends(JimMessage message, Response answer) {
        return message instanceof Quit || isFailedPresence(message, answer);
    }

    private static boolean isFailedPresence(JimMessage message, Response answer) {
        return message instanceof Presence && !answer.isGood();
    }

    @Override
    public List<Frame> messages(Msg msg, Letter letter, String account) {
        Instant taken = msg.time() == null ? codec.now() : msg.time();
        return new CourseMessages(words).frames(msg.from(), account, msg.text(), taken);
    }
}
