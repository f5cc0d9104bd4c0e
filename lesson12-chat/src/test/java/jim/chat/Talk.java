package jim.chat;

import java.util.ArrayList;
import java.util.List;

/** Asks a chat for something that keeps nothing, and so replies before the asking has returned. */
final class Talk {
    /** An asking that wants a reply. */
    private interface Asking<T> {
        void ask(Reply<T> reply) throws ChatFault;
    }

    private Talk() {}

    static Sent tell(Person speaker, String to, String text) throws ChatFault {
        return now(reply -> speaker.tell(new Draft(to, text), reply));
    }

    /** Says how many people have got it. */
    static int tellRoom(Person speaker, String room, String text) throws ChatFault {
        return Talk.<Sent>now(reply -> speaker.tellRoom(new Draft(room, text), reply))
                .reached();
    }

    static void join(Person person, String room) throws ChatFault {
        Talk.<String>now(reply -> person.join(room, reply));
    }

    static void leave(Person person, String room) throws ChatFault {
        Talk.<String>now(reply -> person.leave(room, reply));
    }

    private static <T> T now(Asking<T> asking) throws ChatFault {
        List<T> done = new ArrayList<>();
        List<ChatFault> refused = new ArrayList<>();
        asking.ask(new Reply<>() {
            @Override
            public void done(T what) {
                done.add(what);
            }

            @Override
            public void refused(ChatFault why) {
                refused.add(why);
            }
        });
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return done.get(0);
    }
}
