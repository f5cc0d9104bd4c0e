package jim.messenger.course;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimObject;
import jim.protocol.Response;
import jim.protocol.StrictJson;

/**
 * Stands between a client and a server, and finds out how the server speaks (protocol, section 6):
 *
 * <pre>
 *            it writes in words of the course's, or refuses a message in JIM's own
 *     JIM ───────────────────────────────────────────────────────────────────────▶ the course's
 *      └──▶ JIM for good: it grants limits, which is an extension of ours
 * </pre>
 *
 * <p>For any thread; what comes is read by one.
 */
public final class Interpreter {
    /** What is known of a server before it has said anything. */
    public enum Dialect {
        AUTO,
        JIM,
        COURSE
    }

    private final JimCodec codec;
    private volatile boolean staysWithJim;
    private volatile boolean isOfTheCourse;
    private volatile Words words = Words.UNKNOWN;
    /** The client's name; null before its login. */
    private volatile String account;

    public Interpreter(JimCodec codec, Dialect dialect) {
        this.codec = codec;
        this.staysWithJim = dialect == Dialect.JIM;
        this.isOfTheCourse = dialect == Dialect.COURSE;
    }

    /** Whether the server speaks as those of the course do: it answers logins alone. */
    public boolean isOfTheCourse() {
        return isOfTheCourse;
    }

    /** The server has welcomed the client with {@code answer}. */
    public void welcomed(Response answer) {
        staysWithJim |= !isOfTheCourse && answer.more().containsKey("limits");
    }

    /** Whether what was refused in JIM's own words is worth another try in the course's, which are spoken from now on. */
    public boolean turnsToTheCourse() {
        isOfTheCourse |= !staysWithJim;
        return isOfTheCourse;
    }

    /**
     * What is said to a server.
     *
     * @param frames one, or several in their order; none when the course has no words for it
     * @param isAnswered whether an answer is to be expected
     */
    public record Utterance(List<Frame> frames, boolean isAnswered) {
        private Utterance(Frame frame) {
            this(List.of(frame), true);
        }
    }

    /** Puts {@code message} into words that the server knows. */
    public Utterance said(JimMessage message) {
        if (message instanceof Presence presence) {
            account = presence.account();
        } else if (message instanceof Authenticate login) {
            account = login.account();
        }
        return isOfTheCourse ? inCourse(message) : new Utterance(codec.encode(message));
    }

    private Utterance inCourse(JimMessage message) {
        CourseMessages course = new CourseMessages(words);
        if (message instanceof Msg msg) {
            return new Utterance(course.frames(msg.from(), msg.to(), msg.text(), codec.now()), false);
        }
        if (message instanceof Presence presence) {
            return new Utterance(codec.encode(new Presence(presence.account(), presence.status(), null)));
        }
        if (message instanceof Quit) {
            return new Utterance(course.farewell(account, codec.now()));
        }
        return message instanceof Authenticate
                ? new Utterance(codec.encode(message)) // Let it say itself that it knows no passwords.
                : new Utterance(List.of(), false);
    }

    /**
     * Reads what the server has sent; empty for what no client need know.
     *
     * @throws JimFault when it is no JSON object or, in JIM for good, nothing that JIM has
     */
    public Optional<JimObject> read(Frame frame) throws JimFault {
        if (staysWithJim) {
            return Optional.of(codec.fromServer(frame));
        }
        JsonObject said = StrictJson.object(frame);
        if (Aliases.isMessage(said) && (isOfTheCourse || Aliases.areIn(said))) {
            isOfTheCourse = true;
            words = words.after(said);
        }
        return isOfTheCourse ? fromCourse(said) : Optional.of(codec.fromServer(frame));
    }

    /** Whom a message is for need not stand in it. */
    private Optional<JimObject> fromCourse(JsonObject said) {
        JsonObject jim = Aliases.inJim(said);
        if (Aliases.isMessage(said) && !jim.has("to")) {
            jim.addProperty("to", account);
        }
        try {
            return Optional.of(codec.fromServer(jim));
        } catch (JimFault unknown) {
            return Optional.empty();
        }
    }
}
