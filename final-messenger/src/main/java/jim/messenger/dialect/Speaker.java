package jim.messenger.dialect;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import jim.chat.Letter;
import jim.chat.Message;
import jim.messenger.course.Aliases;
import jim.messenger.course.Words;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.StrictJson;

/**
 * A client, and how it speaks as far as it has shown that (protocol, section 6). What is right in JIM is taken as JIM,
 * and only what is not is looked at for other words:
 *
 * <pre>
 *            a word of the course's that is understood
 *     JIM ──────────────────────────────────────────────▶ the course's
 *      └──▶ JIM for good: a login, in whatever words, that asks for extensions; from then on no other
 *           words are looked for
 * </pre>
 *
 * <p>A plain presence, with a {@code time} but neither {@code type} nor {@code status}, is what most of the course's
 * clients send, and right in JIM too. So whoever has sent one is answered as in JIM, and is not probed. Until its first
 * message it hears what others write in their own words, as the course's servers hand it on: from a client of the
 * course the course's, from everybody else JIM.
 *
 * <p>Requests are read by one thread, the connection's own; the rest is for any.
 */
public final class Speaker {
    private final Dialects dialects;
    /** Its name; null until it has logged in. */
    private volatile String account;

    private boolean staysWithJim;
    private volatile boolean isPlain;
    private volatile boolean isOfTheCourse;
    private volatile Words words = Words.UNKNOWN;

    Speaker(Dialects dialects) {
        this.dialects = dialects;
    }

    /** Reads {@code frame} as a request; a fault closes when it is no strict JSON object. */
    public Request request(Frame frame) throws JimFault {
        Request request = isOfTheCourse ? inCourse(StrictJson.object(frame)) : inJim(frame);
        return request.message() instanceof Msg msg && Aliases.isEveryone(msg.to())
                ? new Request(msg.to(Message.EVERYONE), request.echo())
                : request;
    }

    private Request inJim(Frame frame) throws JimFault {
        Request request;
        try {
            request = dialects.codec().request(frame);
        } catch (JimFault fault) {
            if (staysWithJim || fault.closes()) {
                throw fault;
            }
            return inOtherWords(StrictJson.object(frame), fault);
        }
        if (!staysWithJim) {
            note(frame, request.message());
        }
        return request;
    }

    private Request inOtherWords(JsonObject said, JimFault fault) throws JimFault {
        if (!Aliases.areIn(said)) {
            throw fault;
        }
        return inCourse(said);
    }

    private void note(Frame frame, JimMessage message) throws JimFault {
        staysWithJim = asksForExtensions(message);
        if (message instanceof Presence presence) {
            isPlain = !staysWithJim && presence.status() == null && isPlain(StrictJson.object(frame));
        }
        if (isPlain && words.verb() == null) {
            words = words.after(StrictJson.object(frame));
        }
    }

    private static boolean isPlain(JsonObject presence) {
        return presence.has("time") && !presence.has("type");
    }

    private static boolean asksForExtensions(JimMessage message) {
        return (message instanceof Presence presence && presence.extensions() != null)
                || (message instanceof Authenticate login && login.extensions() != null);
    }

    private Request inCourse(JsonObject said) throws JimFault {
        Words after = words.after(said);
        Request request = dialects.course(after).request(said);
        if (asksForExtensions(request.message())) {
            staysWithJim = true;
            isOfTheCourse = false;
            return request;
        }
        words = after;
        isOfTheCourse = true;
        remember();
        return request;
    }

    /** What the client is told when {@code answer} is the answer to {@code message}; empty for nothing. */
    public Optional<Response> told(JimMessage message, Response answer) {
        if (message instanceof Presence presence && answer.isGood()) {
            account = presence.account();
            remember();
        }
        return dialect().told(message, answer);
    }

    /** Whether the connection ends when {@code answer} is the answer to {@code message}. */
    public boolean ends(JimMessage message, Response answer) {
        return dialect().ends(message, answer);
    }

    /**
     * A message that has come for {@code name}, the client's own name: one frame, or several in their order.
     *
     * @param letter what tells it from others; null when the client is not to see that
     */
    public List<Frame> messages(Msg msg, Letter letter, String name) {
        return dialectFor(msg.from()).messages(msg, letter, name);
    }

    /** Whether it may be asked if it is still there: the course's clients would take that for a message. */
    public boolean isProbed() {
        return !isOfTheCourse && !isPlain;
    }

    private Dialect dialect() {
        return isOfTheCourse ? dialects.course(words) : dialects.jim();
    }

    private Dialect dialectFor(String sender) {
        boolean isKnown = words.verb() != null || !(isPlain || isOfTheCourse);
        String verb = isKnown ? null : dialects.verbOf(sender);
        return verb == null ? dialect() : dialects.course(words.orVerb(verb));
    }

    private void remember() {
        if (account != null) {
            dialects.remember(account, isOfTheCourse ? words.verb() : null);
        }
    }
}
