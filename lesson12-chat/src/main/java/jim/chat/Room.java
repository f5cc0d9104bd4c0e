package jim.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jim.feed.Feed;
import jim.feed.Subscription;
import jim.protocol.Names;

/**
 * A feed of messages, and who belongs to it, by the keys of their names, whether they are online or not. The feed gives the
 * room one order of messages for all.
 */
final class Room {
    private final String name;
    private final Post post;
    private final Feed<Message> feed;
    private final Map<String, Subscription> members = new HashMap<>();
    /** Whose message is being given out, and for whom it is. */
    private String sender;

    private List<String> addressees;

    /**
     * @param name as it was first written
     * @param post brings messages to the members
     * @param failures is told what goes wrong while a message is given out
     */
    Room(String name, Post post, Consumer<Throwable> failures) {
        this.name = name;
        this.post = post;
        this.feed = new Feed<>(failures);
    }

    String name() {
        return name;
    }

    /** Says whether {@code key} did not belong to it before. */
    synchronized boolean join(String key) {
        if (members.containsKey(key)) {
            return false;
        }
        members.put(key, feed.subscribe(message -> address(key)));
        return true;
    }

    /** Says whether {@code key} belonged to it before. */
    synchronized boolean leave(String key) {
        Subscription subscription = members.remove(key);
        if (subscription != null) {
            subscription.cancel();
        }
        return subscription != null;
    }

    synchronized boolean has(String key) {
        return members.containsKey(key);
    }

    synchronized boolean isEmpty() {
        return members.isEmpty();
    }

    /** Gives {@code message} to everyone in the room but its sender. */
    synchronized void publish(Message message, String cid, Reply<Sent> reply) {
        sender = Names.key(message.from());
        addressees = new ArrayList<>(members.size());
        feed.publish(message);
        post.send(new Posting(message, cid, addressees), reply);
    }

    private void address(String key) {
        if (!key.equals(sender)) {
            addressees.add(key);
        }
    }
}
