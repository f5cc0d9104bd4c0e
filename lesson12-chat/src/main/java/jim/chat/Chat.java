package jim.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jim.chat.ChatFault.Kind;
import jim.feed.Feed;
import jim.feed.Receiver;
import jim.protocol.Names;
import jim.spelling.Nearest;

/**
 * The people who are online, and the rooms. Names are told apart regardless of case and shown as they were first
 * written.
 *
 * <p>For any thread. Whoever puts a name into the map of people first has it. A feed gives what is said in a room one order
 * for all; so does the feed of arrivals, under a lock that keeps the order of the map. Locks are taken in one order only:
 * that of arrivals or a bin of the map of rooms, a room's, a feed's, a member's own.
 */
public final class Chat {
    /** To look for a near name must not take long, however many there are. */
    private static final int MOST_COMPARED = 1_000;

    /**
     * What people must keep to.
     *
     * @param text the longest text, in code points
     * @param fits whether a text can be carried whatever way its readers have come; for any thread
     * @param rooms the most rooms that one person may belong to
     */
    public record Limits(int text, Predicate<String> fits, int rooms) {}

    private final InstantSource clock;
    private final Limits limits;
    private final Consumer<Throwable> failures;
    private final ConcurrentMap<String, Person> people = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    /** To how many rooms each belongs who belongs to any, by the keys of their names. */
    private final ConcurrentMap<String, Integer> memberships = new ConcurrentHashMap<>();

    private final Post post;
    private final Object arrivals = new Object();
    private final Feed<ChatEvent> events;
    private final Feed<Message> everyone;

    /**
     * A chat in which nobody is yet, and which keeps nothing.
     *
     * @param clock what stamps messages
     * @param maxText the longest text, in code points
     * @param failures is told what a member or a watcher threw
     */
    public Chat(InstantSource clock, int maxText, Consumer<Throwable> failures) {
        this(clock, new Limits(maxText, text -> true, Integer.MAX_VALUE), null, failures);
    }

    /**
     * The same, with what {@code post} has kept.
     *
     * @param post brings what is said to those it is for; null for those who are online alone
     */
    public Chat(InstantSource clock, Limits limits, Post post, Consumer<Throwable> failures) {
        this.clock = clock;
        this.limits = limits;
        this.failures = failures;
        this.events = new Feed<>(failures);
        this.everyone = new Feed<>(failures);
        this.post = post == null ? new DirectPost(people::get) : post;
        this.post.rooms().forEach((name, members) -> members.forEach(key -> enter(name, key)));
    }

    /** Who comes and goes, in the order in which names are taken and given back. */
    public Feed<ChatEvent> events() {
        return events;
    }

    /** Somebody is now known as {@code name}. Of two that race, one wins; the other is refused. */
    public Person login(String name, Member member) throws ChatFault {
        return login(name, member, null);
    }

    /**
     * Somebody is now known as {@code name}, and hears of everyone who comes and goes, beginning with this login and ending
     * with the logout.
     *
     * @param watcher hears it, on any thread; must not block, and must not call the chat. If it throws, it hears no more.
     *     Null for nobody
     */
    public Person login(String name, Member member, Receiver<? super ChatEvent> watcher) throws ChatFault {
        String problem = Names.problemWithPerson(name).orElse(null);
        if (problem != null) {
            throw new ChatFault(Kind.BAD_NAME, "that cannot be a name: expected " + problem);
        }
        String known = post.name(Names.key(name));
        Person person = new Person(this, known == null ? name : known, Names.key(name), member);
        post.admit(person);
        synchronized (arrivals) {
            if (people.putIfAbsent(person.key(), person) != null) {
                throw new ChatFault(Kind.NAME_IN_USE, "the name '" + name + "' is in use, choose another");
            }
            person.goOnline(post.arrived(person));
            person.untilLogout(everyone.subscribe(person::deliver));
            if (watcher != null) {
                person.untilLogout(events.subscribe(watcher));
            }
            events.publish(new ChatEvent.Arrived(person.name()));
        }
        return person;
    }

    void logout(Person person) {
        synchronized (arrivals) {
            if (people.remove(person.key(), person)) {
                person.goOffline();
                post.left(person);
                events.publish(new ChatEvent.Left(person.name()));
                person.endSubscriptions();
            }
        }
    }

    /** Whoever has {@code key} is no longer known: belongs to no room, and is let go when online. For who keeps accounts. */
    public void forget(String key) {
        rooms.keySet().forEach(room -> exit(room, key));
        letGo(key, "has been removed");
    }

    /** Whoever has {@code key} may no longer be who came with it, and is let go when online. For who keeps accounts. */
    public void distrust(String key) {
        letGo(key, "has a new password, log in with it");
    }

    private void letGo(String key, String why) {
        Person person = people.get(key);
        if (person != null) {
            logout(person);
            person.letGo("the account '" + person.name() + "' " + why);
        }
    }

    void tell(Person from, Draft draft, Reply<Sent> reply) throws ChatFault {
        String key = Names.key(draft.to());
        String name = known(draft.to(), key);
        post.send(new Posting(message(from, name, draft.text()), draft.cid(), List.of(key)), reply);
    }

    /** The right spelling of the name of somebody who is online, or has been. */
    public String known(String name) throws ChatFault {
        return known(name, Names.key(name));
    }

    private String known(String name, String key) throws ChatFault {
        Person person = people.get(key);
        String known = person == null ? post.name(key) : person.name();
        if (known == null) {
            Stream<String> online = people.values().stream().map(Person::name);
            throw notFound(Kind.NOBODY, "nobody called", name, Stream.concat(online, post.names()));
        }
        return known;
    }

    void tellRoom(Person from, Draft draft, Reply<Sent> reply) throws ChatFault {
        checkMember(from, draft.to());
        Room room = room(draft.to());
        room.publish(message(from, room.name(), draft.text()), draft.cid(), reply);
    }

    /** Says nothing when {@code person} belongs to {@code room}. */
    public void checkMember(Person person, String room) throws ChatFault {
        if (!room(room).has(person.key())) {
            throw new ChatFault(Kind.NOT_A_MEMBER, "you are not in " + room + ", join it first");
        }
    }

    void tellAll(Person from, String text) throws ChatFault {
        everyone.publish(message(from, Message.EVERYONE, text));
    }

    private Message message(Person from, String to, String text) throws ChatFault {
        if (text.codePointCount(0, text.length()) > limits.text()) {
            throw new ChatFault(Kind.TOO_LONG, "the text is longer than " + limits.text() + " characters");
        }
        if (!limits.fits().test(text)) {
            throw new ChatFault(Kind.TOO_LONG, "the text takes more bytes than one message can carry");
        }
        return new Message(from.name(), to, text, Instant.ofEpochMilli(clock.millis()));
    }

    void join(Person person, String room, Reply<String> reply) throws ChatFault {
        String problem = Names.problemWithRoom(room).orElse(null);
        if (problem != null) {
            throw new ChatFault(Kind.BAD_NAME, "expected " + problem);
        }
        checkRoomFor(person.key(), room);
        boolean isNew = enter(room, person.key());
        Runnable undo = isNew ? () -> exit(room, person.key()) : () -> {};
        post.join(room(room).name(), person.key(), undoing(undo, reply));
    }

    private void checkRoomFor(String member, String name) throws ChatFault {
        Room room = rooms.get(Names.key(name));
        boolean isIn = room != null && room.has(member);
        if (!isIn && memberships.getOrDefault(member, 0) >= limits.rooms()) {
            throw new ChatFault(
                    Kind.TOO_MANY_ROOMS,
                    "you are in " + limits.rooms() + " rooms, and may be in no more: leave one first");
        }
    }

    /** What is not kept must not be so in memory either. */
    private static Reply<String> undoing(Runnable undo, Reply<String> reply) {
        return new Reply<>() {
            @Override
            public void done(String name) {
                reply.done(name);
            }

            @Override
            public void refused(ChatFault why) {
                undo.run();
                reply.refused(why);
            }
        };
    }

    private boolean enter(String name, String member) {
        AtomicBoolean isNew = new AtomicBoolean();
        rooms.compute(Names.key(name), (key, there) -> {
            Room joined = there == null ? new Room(name, post, failures) : there;
            if (joined.join(member)) {
                isNew.set(true);
                memberships.merge(member, 1, Integer::sum);
            }
            return joined;
        });
        return isNew.get();
    }

    void leave(Person person, String name, Reply<String> reply) throws ChatFault {
        Room room = room(name);
        if (!room.has(person.key())) {
            throw new ChatFault(Kind.NOT_A_MEMBER, "you are not in " + name);
        }
        exit(name, person.key());
        post.leave(room.name(), person.key(), undoing(() -> enter(room.name(), person.key()), reply));
    }

    private void exit(String name, String member) {
        rooms.computeIfPresent(Names.key(name), (key, there) -> {
            if (there.leave(member)) {
                memberships.computeIfPresent(member, (known, count) -> count == 1 ? null : count - 1);
            }
            return there.isEmpty() ? null : there;
        });
    }

    void report(Throwable failure) {
        failures.accept(failure);
    }

    /** The names of all who are online, in the order of the alphabet. */
    public List<String> names() {
        return people.values().stream()
                .map(Person::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** The names of those in {@code room} who are online, in the order of the alphabet. */
    public List<String> names(String room) throws ChatFault {
        Room there = room(room);
        return names().stream().filter(name -> there.has(Names.key(name))).toList();
    }

    private Room room(String name) throws ChatFault {
        Room room = rooms.get(Names.key(name));
        if (room == null) {
            throw notFound(
                    Kind.NO_ROOM, "no room", name, rooms.values().stream().map(Room::name));
        }
        return room;
    }

    private static ChatFault notFound(Kind kind, String what, String name, Stream<String> there) {
        String hint = Nearest.hint(name, there.limit(MOST_COMPARED).toList(), "");
        return new ChatFault(kind, what + " '" + name + "' is here" + hint);
    }
}
