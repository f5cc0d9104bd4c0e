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

    /** Somebody is online now, and gets nothing before {@link #receive}. */
    default void arrived(Person person) {}

    /** Somebody is no longer online. */
    default void left(Person person) {}

    /**
     * Gives {@code person} what lies in its mailbox, and from now on what comes.
     *
     * @param after the place in the mailbox behind which to begin, or {@link Person#FROM_WHERE_IT_STOPPED}
     */
    default void receive(Person person, long after) {}

    /** There is room again at {@code person} for more of what was kept. */
    default void more(Person person) {}

    /** All that lies in the mailbox up to {@code seq} has arrived for good; false when {@code person} cannot have so many. */
    default boolean confirm(Person person, long seq) {
        return false;
    }

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
