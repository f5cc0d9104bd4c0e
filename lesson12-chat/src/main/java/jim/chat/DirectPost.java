package jim.chat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jim.chat.ChatFault.Kind;

/**
 * Brings messages to those who are online, at once, and keeps nothing.
 *
 * @param people finds who is online under a key
 */
record DirectPost(Function<String, Person> people) implements Post {
    @Override
    public void send(Posting posting, Reply<Sent> reply) {
        Message message = posting.message();
        List<Person> online =
                posting.keys().stream().map(people).filter(Objects::nonNull).toList();
        int reached =
                (int) online.stream().filter(person -> person.deliver(message)).count();
        if (message.isToRoom() || reached > 0) {
            reply.done(new Sent(message, 0, reached, 0, 0, false));
        } else if (online.isEmpty()) {
            reply.refused(new ChatFault(Kind.NOBODY, message.to() + " has just left"));
        } else {
            reply.refused(new ChatFault(Kind.UNREACHABLE, message.to() + " could not be reached"));
        }
    }
}
