package jim.messenger.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jim.protocol.Names;

/** Who belongs to which room, in memory. For any thread. */
final class Memberships {
    /** By their keys. */
    private final Map<String, Room> rooms = new HashMap<>();

    /** A room, when it was made, and the keys of its members. */
    private record Room(String name, Instant since, Set<String> members) {
        /** The same without {@code key}; null when nobody is left. */
        Room without(String key) {
            members.remove(key);
            return members.isEmpty() ? null : this;
        }
    }

    /** The first member makes the room: {@code now}. */
    synchronized void join(String room, String member, Instant now) {
        rooms.computeIfAbsent(Names.key(room), there -> new Room(room, now, new HashSet<>()))
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

    /** When the room with that key was made; null when there is none. */
    synchronized Instant since(String key) {
        Room room = rooms.get(key);
        return room == null ? null : room.since();
    }

    /** The rooms by their names as first written, and the keys of their members. */
    synchronized Map<String, Set<String>> all() {
        return rooms.values().stream().collect(toUnmodifiableMap(Room::name, room -> Set.copyOf(room.members())));
    }
}
