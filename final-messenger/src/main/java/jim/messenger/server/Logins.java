package jim.messenger.server;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jim.chat.Chat;
import jim.chat.ChatFault;
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
        Wish wish = new Wish(session, presence.account(), presence.extensions(), presence.after());
        Answer answer = Answer.later();
        take(wish, answer, () -> welcome(wish, Status.OK));
        return answer;
    }

    /**
     * What somebody wants.
     *
     * @param extensions that are asked for; null for none
     * @param after the place in the mailbox behind which to go on; null for where it stopped
     */
    private record Wish(Session session, String name, List<String> extensions, Long after) {}

    private void take(Wish wish, Answer answer, Supplier<Response> taken) {
        try {
            wish.session()
                    .login(chat.login(wish.name(), wish.session()), Extensions.of(wish.extensions()), wish.after());
            if (wish.extensions() != null) {
                wish.session().hurry();
            }
            answer.give(taken.get());
        } catch (ChatFault fault) {
            Session holder = sessions.holder(wish.name());
            if (fault.kind() != ChatFault.Kind.NAME_IN_USE || holder == null || !holder.mayBeDead(wish.session())) {
                answer.give(Refusals.of(fault));
            } else {
                takeFromTheDead(holder, answer, fault, () -> take(wish, answer, taken));
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

    private Response welcome(Wish wish, Status status) {
        Response welcome =
                Response.of(status, "welcome, " + wish.session().person().name());
        if (wish.extensions() == null) {
            return welcome;
        }
        return welcome.with(Map.of(
                "ext",
                Extensions.of(wish.extensions()).names(),
                "limits",
                Map.of("name", Names.MAX_LENGTH, "message", messageLimit)));
    }
}
