package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import jim.chat.Chat;
import jim.chat.ChatFault;
import jim.chat.Message;
import jim.protocol.JimFault;
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

/** The actions on a {@link Chat}. */
final class ChatActions implements Actions {
    private static final Response DELIVERED = Response.of(Status.OK, "delivered");

    /** What is left of the largest object (protocol, section 1) after the code, time, text and ids of an answer. */
    private static final int NAMES_BYTES = JsonFraming.MAX_BYTES - 1_024;

    private final Chat chat;
    private final int messageLimit;

    /** Actions on {@code chat}, in which a text has at most so many code points. */
    ChatActions(Chat chat, int messageLimit) {
        this.chat = chat;
        this.messageLimit = messageLimit;
    }

    /** Protocol, section 3: a name belongs to one live connection, and a connection to one name. */
    @Override
    public Response presence(Session session, Presence presence) throws JimFault, ChatFault {
        String name = presence.account();
        if (session.isLoggedIn()) {
            return again(session, name);
        }
        session.login(chat.login(name, session));
        Response welcome = Response.of(Status.OK, "welcome, " + name);
        if (presence.extensions() == null) {
            return welcome;
        }
        session.hurry();
        return welcome.with(granted());
    }

    private static Response again(Session session, String name) throws JimFault {
        if (!Names.key(name).equals(Names.key(session.person().name()))) {
            throw JimFault.stay(
                    Status.BAD_REQUEST,
                    "you are logged in as " + session.person().name() + ", quit before you change your name");
        }
        return Response.of(Status.OK, "still here, " + session.person().name());
    }

    /** Protocol, section 5: what is granted of the extensions that were asked for. */
    private Map<String, Object> granted() {
        return Map.of(
                "ext", List.of(),
                "limits", Map.of("name", Names.MAX_LENGTH, "message", messageLimit));
    }

    @Override
    public Response msg(Session session, Msg msg) throws JimFault, ChatFault {
        if (!Names.key(msg.from()).equals(Names.key(session.person().name()))) {
            throw JimFault.stay(Status.FORBIDDEN, "you are " + session.person().name() + ", not " + msg.from());
        }
        if (msg.to().equalsIgnoreCase(Message.EVERYONE)) {
            session.person().tellAll(msg.text());
            return Response.of(Status.OK, "said to everyone");
        }
        if (msg.toRoom()) {
            int reached = session.person().tellRoom(msg.to(), msg.text());
            return Response.of(
                    Status.OK, reached == 0 ? "nobody else is there now" : "delivered to " + people(reached));
        }
        session.person().tell(msg.to(), msg.text());
        return DELIVERED;
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    @Override
    public Response who(Session session, Who who) throws ChatFault {
        List<String> names = who.room() == null ? chat.names() : chat.names(who.room());
        List<String> listed = fitting(names);
        String rest = listed.size() < names.size() ? ", the first " + listed.size() + " are listed" : "";
        return Response.of(Status.OK, people(names.size()) + " online" + rest).with("users", listed);
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

    @Override
    public Response join(Session session, Join join) throws ChatFault {
        session.person().join(join.room());
        return Response.of(Status.OK, "you are in " + join.room());
    }

    @Override
    public Response leave(Session session, Leave leave) throws ChatFault {
        session.person().leave(leave.room());
        return Response.of(Status.OK, "you have left " + leave.room());
    }

    @Override
    public Response quit(Session session, Quit quit) {
        session.logout();
        return Response.of(Status.OK, "goodbye");
    }
}
