package jim.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Names;
import jim.protocol.Status;
import jim.spelling.Nearest;

/**
 * The people who are online, and the rooms. Names are told apart regardless of case and shown as they were first
 * written.
 *
 * <p>For any thread: a name belongs to whoever put it into the map of people first, and a room's lock gives its messages
 * one order. Locks are taken in one order only: a map's, then a room's, then a member's own.
 */
public final class Chat {
    /** To look for a near name must not take long, however many there are. */
    private static final int MOST_COMPARED = 1_000;

    private record Person(String name, Member member) {}

    private final ConcurrentMap<String, Person> people = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();

    /** {@code member} is now known as {@code name}; false when somebody else is. Of two that race, one wins. */
    public boolean login(String name, Member member) {
        Person there = people.putIfAbsent(Names.key(name), new Person(name, member));
        return there == null || there.member() == member;
    }

    /** {@code name} is free again, if it is {@code member} who has it. Rooms remember their members. */
    public void logout(String name, Member member) {
        people.computeIfPresent(Names.key(name), (key, person) -> person.member() == member ? null : person);
    }

    /** Delivers {@code msg} to the person it is for, under the name as that person writes it. */
    public void toPerson(Msg msg) throws JimFault {
        Person person = people.get(Names.key(msg.to()));
        if (person == null) {
            throw notFound("nobody called", msg.to(), people.values().stream().map(Person::name));
        }
        person.member().deliver(msg.to(person.name()));
    }

    /**
     * Delivers {@code msg} to everyone in the room it is for, but its sender.
     *
     * @return how many people have got it
     */
    public int toRoom(Msg msg) throws JimFault {
        Room room = room(msg.to());
        String sender = Names.key(msg.from());
        if (!room.has(sender)) {
            throw JimFault.stay(Status.FORBIDDEN, "you are not in " + msg.to() + ", join it first");
        }
        Msg named = msg.to(room.name());
        List<Person> reached = new ArrayList<>();
        room.forEach(key -> {
            Person person = people.get(key);
            if (person != null && !key.equals(sender)) {
                person.member().deliver(named);
                reached.add(person);
            }
        });
        return reached.size();
    }

    /** {@code name} belongs to {@code room} until it leaves it. A room that is not there is made. */
    public void join(String name, String room) {
        rooms.compute(Names.key(room), (key, there) -> {
            Room joined = there == null ? new Room(room) : there;
            joined.join(Names.key(name));
            return joined;
        });
    }

    /** {@code name} belongs to {@code room} no longer. A room without members is forgotten. */
    public void leave(String name, String room) throws JimFault {
        if (!room(room).has(Names.key(name))) {
            throw JimFault.stay(Status.FORBIDDEN, "you are not in " + room);
        }
        rooms.computeIfPresent(Names.key(room), (key, there) -> {
            there.leave(Names.key(name));
            return there.isEmpty() ? null : there;
        });
    }

    /** The names of all who are online, in the order of the alphabet. */
    public List<String> names() {
        return people.values().stream()
                .map(Person::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** The names of those in {@code room} who are online, in the order of the alphabet. */
    public List<String> names(String room) throws JimFault {
        Room there = room(room);
        return names().stream().filter(name -> there.has(Names.key(name))).toList();
    }

    private Room room(String name) throws JimFault {
        Room room = rooms.get(Names.key(name));
        if (room == null) {
            throw notFound("no room", name, rooms.values().stream().map(Room::name));
        }
        return room;
    }

    private static JimFault notFound(String what, String name, Stream<String> there) {
        String hint = Nearest.hint(name, there.limit(MOST_COMPARED).toList(), "");
        return JimFault.stay(Status.NOT_FOUND, what + " '" + name + "' is here" + hint);
    }
}
