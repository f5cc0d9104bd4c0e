package jim.chat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what is said to those it is for, and keeps what a chat does not forget. For any thread; nothing here blocks. What is
 * sent from one thread, or under one lock, arrives in that order.
 */
public interface Post {
    /** Brings {@code posting} to each of its people. */
    void send(Posting posting, Reply<Sent> reply);

    /** The name under {@code key}, as it was first written, of somebody who has been here; null for nobody. */
    default String name(String key) {
        return null;
    }

    /** The names of those who have been here, for a hint; empty where nobody is remembered. */
    default Stream<String> names() {
        return Stream.empty();
    }

    /**
     * Whether {@code person} may come.
     *
     * @throws ChatFault when the name is for somebody else
     */
    default void admit(Person person) throws ChatFault {}

    /** Somebody is online now: what leads from a mailbox to {@code person}, which gets nothing before it asks there. */
    default Mail arrived(Person person) {
        return Mail.NONE;
    }

    /** Somebody is no longer online. */
    default void left(Person person) {}

    /** The rooms that were kept, by their names, and the keys of their members. */
    default Map<String, Set<String>> rooms() {
        return Map.of();
    }

    /** Keeps that {@code key} belongs to {@code room}; the reply is the room's name. */
    default void join(String room, String key, Reply<String> reply) {
        reply.done(room);
    }

    /** Keeps that {@code key} belongs to {@code room} no longer; the reply is the room's name. */
    default void leave(String room, String key, Reply<String> reply) {
        reply.done(room);
    }
}
