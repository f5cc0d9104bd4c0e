package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import jim.chat.Chat;
import jim.chat.ChatFault;
import jim.chat.Draft;
import jim.chat.Message;
import jim.chat.Person;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.protocol.Hexadecimal;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;
import jim.protocol.JsonFraming;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * What the server does for a client, one method for each action of JIM's own. A fault is the answer that refuses; an answer
 * may come later. Runs on the session's own thread and does not block.
 */
@Log
final class ChatActions {
    private static final Response DELIVERED = Response.of(Status.OK, "delivered");

    /** What is left of the largest object (protocol, section 1) after the code, time, text and ids of an answer. */
    private static final int NAMES_BYTES = JsonFraming.MAX_BYTES - 1_024;

    private final Chat chat;
    private final Logins logins;

    ChatActions(Chat chat, Logins logins) {
        this.chat = chat;
        this.logins = logins;
    }

    /** Protocol, section 3: a name belongs to one live connection, and a connection to one name. */
    @Handles("presence")
    Answer presence(Session session, Presence presence) throws JimFault {
        return session.isLoggedIn() ? again(session, presence.account()) : logins.guest(session, presence);
    }

    @Handles("authenticate")
    Answer authenticate(Session session, Authenticate login) throws JimFault {
        if (session.isLoggedIn()) {
            throw JimFault.stay(
                    Status.BAD_REQUEST,
                    "you are logged in as " + session.person().name() + ", quit before you authenticate");
        }
        return logins.authenticate(session, login);
    }

    private static Answer again(Session session, String name) throws JimFault {
        if (!Names.key(name).equals(session.person().key())) {
            throw JimFault.stay(
                    Status.BAD_REQUEST,
                    "you are logged in as " + session.person().name() + ", quit before you change your name");
        }
        return Answer.of(
                Response.of(Status.OK, "still here, " + session.person().name()));
    }

    @Handles("msg")
    @LoginRequired
    Answer msg(Session session, Msg msg) throws JimFault, ChatFault {
        Person me = session.person();
        if (!Names.key(msg.from()).equals(me.key())) {
            throw JimFault.stay(Status.FORBIDDEN, "you are " + me.name() + ", not " + msg.from());
        }
        if (msg.to().equalsIgnoreCase(Message.EVERYONE)) {
            me.tellAll(msg.text());
            return Answer.of(Response.of(Status.OK, "said to everyone"));
        }
        boolean tracked = session.visit().extensions().id();
        Draft draft = new Draft(
                msg.to(),
                msg.text(),
                tracked && msg.tracking() != null ? msg.tracking().cid() : null);
        Answer answer = Answer.later();
        Reply<Sent> reply = answer.when(sent -> tracked ? tracked(sent) : became(sent));
        if (msg.toRoom()) {
            me.tellRoom(draft, reply);
        } else {
            me.tell(draft, reply);
        }
        return answer;
    }

    private static Response became(Sent sent) {
        if (sent.message().isToRoom()) {
            return Response.of(Status.OK, inRoom(sent));
        }
        return sent.reached() > 0
                ? DELIVERED
                : Response.of(Status.ACCEPTED, "kept until " + sent.message().to() + " comes");
    }

    private static String inRoom(Sent sent) {
        String there = sent.reached() == 0 ? "nobody else is there now" : "delivered to " + people(sent.reached());
        String away = sent.waiting() == 0 ? "" : ", kept for " + people(sent.waiting());
        return sent.missed() == 0
                ? there + away
                : there + away + ", not kept for " + people(sent.missed()) + " with a full mailbox";
    }

    /** Protocol, section 5: the same, with what tells one message from another. */
    private static Response tracked(Sent sent) {
        Response answer = became(sent).with("id", new Hexadecimal(sent.id()));
        return sent.repeated() ? answer.with("dup", true) : answer;
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    @Handles("who")
    @LoginRequired
    Answer who(Session session, Who who) throws ChatFault {
        List<String> names = who.room() == null ? chat.names() : chat.names(who.room());
        List<String> listed = fitting(names);
        String rest = listed.size() < names.size() ? ", the first " + listed.size() + " are listed" : "";
        return Answer.of(
                Response.of(Status.OK, people(names.size()) + " online" + rest).with("users", listed));
    }

    /** As many of {@code names}, from the first, as one object can hold beside the rest of the answer. */
    private static List<String> fitting(List<String> names) {
        int count = 0;
        int bytes = 0;
        while (count < names.size() && (bytes += names.get(count).getBytes(UTF_8).length + 3) <= NAMES_BYTES) {
            count++;
        }
        return names.subList(0, count);
    }

    @Handles("join")
    @LoginRequired
    Answer join(Session session, Join join) throws ChatFault {
        Answer answer = Answer.later();
        session.person().join(join.room(), answer.when(room -> Response.of(Status.OK, "you are in " + room)));
        return answer;
    }

    @Handles("leave")
    @LoginRequired
    Answer leave(Session session, Leave leave) throws ChatFault {
        Answer answer = Answer.later();
        session.person().leave(leave.room(), answer.when(room -> Response.of(Status.OK, "you have left " + room)));
        return answer;
    }

    /** The session ends with the answer to it. */
    @Handles("quit")
    Answer quit(Session session, Quit quit) {
        return Answer.of(Response.of(Status.OK, "goodbye"));
    }
}
