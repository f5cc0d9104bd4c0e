package jim.messenger.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import jim.chat.Message;
import jim.protocol.Names;

/**
 * What is said in a room, or between two people.
 *
 * @param room the key of the room; null for two people
 * @param one the key of one of the two; null for a room
 * @param other the key of the other; null for a room
 */
public record Conversation(String room, String one, String other) {
    /** What is said in {@code room}. */
    public static Conversation in(String room) {
        return new Conversation(Names.key(room), null, null);
    }

    /** What two people say to each other. */
    public static Conversation between(String one, String other) {
        String first = Names.key(one);
        String second = Names.key(other);
        return first.compareTo(second) <= 0
                ? new Conversation(null, first, second)
                : new Conversation(null, second, first);
    }

    /** That to which {@code message} belongs. */
    static Conversation of(Message message) {
        return message.isToRoom() ? in(message.to()) : between(message.from(), message.to());
    }

    /**
     * From when on it is this conversation. A name that was given up and a room that everybody has left may come again, as
     * somebody else's: whoever that is does not read what was said before, to the millisecond, which is how exactly a message
     * knows its time.
     *
     * @param accounts finds an account by its key; null for none
     * @param rooms finds when a room was made by its key; null for none
     */
    Instant beginning(Function<String, Account> accounts, Function<String, Instant> rooms) {
        Stream<Instant> since = room == null
                ? Stream.of(one, other).map(accounts).filter(Objects::nonNull).map(Account::since)
                : Stream.ofNullable(rooms.apply(room));
        return since.max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.MILLIS); // As messages have their times.
    }

    /** What stands for it where one word is wanted. No name has a space. */
    String key() {
        return room == null ? one + ' ' + other : room;
    }
}
