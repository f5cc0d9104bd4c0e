package jim.chat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who belongs to one room, by the keys of their names. Its lock gives the room one order of messages for all.
 */
final class Room {
    private final String name;
    private final Set<String> members = new HashSet<>();

    Room(String name) {
        this.name = name;
    }

    /** The room's name as it was first written. */
    String name() {
        return name;
    }

    synchronized boolean join(String key) {
        return members.add(key);
    }

    synchronized boolean leave(String key) {
        return members.remove(key);
    }

    synchronized boolean has(String key) {
        return members.contains(key);
    }

    synchronized boolean isEmpty() {
        return members.isEmpty();
    }

    /** Calls {@code action}, which must not block, for each member. */
    synchronized void forEach(Consumer<String> action) {
        members.forEach(action);
    }
}
