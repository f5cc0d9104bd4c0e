package jim.messenger.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jim.protocol.Names;

/** Who belongs to which room, in memory. For any thread. */
final class Memberships {
    /** By their keys. */
    private final Map<String, Room> rooms = new HashMap<>();

    /** A room, with the keys of its members. */
    private record Room(String name, Set<String> members) {
        /** The same without {@code key}; null when nobody is left. */
        Room without(String key) {
            members.remove(key);
            return members.isEmpty() ? null : this;
        }
    }

    synchronized void join(String room, String member) {
        rooms.computeIfAbsent(Names.key(room), there -> new Room(room, new HashSet<>()))
                .members()
                .add(member);
    }

    synchronized void leave(String room, String member) {
        rooms.computeIfPresent(Names.key(room), (there, left) -> left.without(member));
    }

    /** Somebody belongs to no room any more. */
    synchronized void leaveAll(String member) {
        rooms.values().removeIf(room -> room.without(member) == null);
    }

    /** The rooms by their names as first written, and the keys of their members. */
    synchronized Map<String, Set<String>> all() {
        return rooms.values().stream().collect(toUnmodifiableMap(Room::name, room -> Set.copyOf(room.members())));
    }
}
