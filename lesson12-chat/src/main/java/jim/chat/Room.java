package jim.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jim.feed.Feed;
import jim.feed.Subscription;

/**
 * A feed of messages, and who belongs to it, by the keys of their names, whether they are online or not. The feed gives the
 * room one order of messages for all.
 */
final class Room {
    private final String name;
    private final Function<String, Person> people;
    private final Feed<Message> feed;
    private final Map<String, Subscription> members = new HashMap<>();
    /** How many have got the message that is being given out. */
    private int reached;

    /**
     * @param name as it was first written
     * @param people finds who is online under a key
     * @param failures is told what a member threw
     */
    Room(String name, Function<String, Person> people, Consumer<Throwable> failures) {
        this.name = name;
        this.people = people;
        this.feed = new Feed<>(failures);
    }

    String name() {
        return name;
    }

    synchronized void join(String key) {
        members.computeIfAbsent(key, member -> feed.subscribe(message -> give(member, message)));
    }

    synchronized void leave(String key) {
        Subscription subscription = members.remove(key);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    synchronized boolean has(String key) {
        return members.containsKey(key);
    }

    synchronized boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * Gives {@code message} to everyone in the room but its sender.
     *
     * @return how many people have got it
     */
    synchronized int publish(Message message) {
        reached = 0;
        feed.publish(message);
        return reached;
    }

    private void give(String key, Message message) {
        Person person = people.apply(key);
        if (person != null && !person.name().equals(message.from()) && person.deliver(message)) {
            reached++;
        }
    }
}
