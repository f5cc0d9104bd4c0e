package jim.messenger.server;

import java.util.Map;
import jim.chat.Chat;
import jim.chat.ChatFault;
import jim.chat.Person;
import jim.messenger.server.Visit.Wish;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;

/** How somebody comes to a name (protocol, section 3). For any thread. */
final class Logins {
    private final Chat chat;
    private final Sessions sessions;
    private final int messageLimit;

    Logins(Chat chat, Sessions sessions, int messageLimit) {
        this.chat = chat;
        this.sessions = sessions;
        this.messageLimit = messageLimit;
    }

    /** Somebody wants a name that needs no password. */
    Answer guest(Session session, Presence presence) {
        Wish wish = new Wish(presence.account(), presence.extensions(), presence.after(), false);
        Answer answer = Answer.later();
        take(session, wish, answer);
        return answer;
    }

    private void take(Session session, Wish wish, Answer answer) {
        try {
            Visit visit = session.prepare(wish);
            session.login(visit, chat.login(wish.name(), visit));
            if (wish.extensions() != null) {
                session.hurry();
            }
            answer.give(welcome(session.person(), wish));
        } catch (ChatFault fault) {
            Session holder = sessions.holder(wish.name());
            if (fault.kind() != ChatFault.Kind.NAME_IN_USE || holder == null || !holder.mayBeDead(session)) {
                answer.give(Refusals.of(fault));
            } else {
                takeFromTheDead(holder, answer, fault, () -> take(session, wish, answer));
            }
        }
    }

    private static void takeFromTheDead(Session holder, Answer answer, ChatFault refusal, Runnable again) {
        holder.isAlive().thenAccept(alive -> {
            if (alive) {
                answer.give(Refusals.of(refusal));
            } else {
                holder.giveUp();
                again.run();
            }
        });
    }

    private Response welcome(Person person, Wish wish) {
        Response welcome = Response.of(Status.OK, "welcome, " + person.name());
        if (wish.extensions() == null) {
            return welcome;
        }
        return welcome.with(Map.of(
                "ext", wish.granted().names(), "limits", Map.of("name", Names.MAX_LENGTH, "message", messageLimit)));
    }
}
