package jim.messenger.store;

import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Forgets guests who have not been here for long, with all that was kept for them: whoever has a password stays. Who comes and
 * goes may be said by any thread; the rest is for the writer's thread alone.
 */
final class Guests implements Change.Standing {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
    /** The most that are noted, and that are forgotten, in one transaction. */
    private static final int NOTED = 1_000;

    private static final int FORGOTTEN = 100;

    private final Statements statements;
    private final InstantSource clock;
    private final Duration kept;
    private final People people;
    private final Mailboxes mailboxes;
    private final Set<String> online = ConcurrentHashMap.newKeySet();
    /** Who has come or gone, and it is not written. */
    private final ConcurrentMap<String, Instant> seen = new ConcurrentHashMap<>();

    private final Map<String, Box> removed = new HashMap<>();
    private Map<String, Instant> writing = Map.of();
    private Instant next = Instant.MIN;

    /** When a guest was last noted, as it stands in a row. */
    private record Guest(String key, long seen) {}

    /**
     * @param kept how long a guest is remembered who does not come again
     */
    Guests(Statements statements, InstantSource clock, Duration kept, People people, Mailboxes mailboxes) {
        this.statements = statements;
        this.clock = clock;
        this.kept = kept;
        this.people = people;
        this.mailboxes = mailboxes;
    }

    void comes(String key) {
        online.add(key);
        seen.put(key, clock.instant());
    }

    void goes(String key) {
        seen.put(key, clock.instant());
        online.remove(key);
    }

    @Override
    public boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    /** Who was here until now has been here lately, however long the server is away. */
    @Override
    public void ends() {
        next = seen.isEmpty() ? next : Instant.MIN;
    }

    @Override
    public void make() throws SQLException {
        Instant now = clock.instant();
        next = now.plus(LOOK_AGAIN);
        writing = seen.entrySet().stream().limit(NOTED).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Map.Entry<String, Instant> one : writing.entrySet()) {
            seen.remove(one.getKey(), one.getValue());
            note(one.getKey(), one.getValue());
        }
        for (Guest guest : awayFor(kept.dividedBy(2), now)) {
            if (online.contains(guest.key())) {
                note(guest.key(), now);
            } else if (guest.seen() < Rows.time(now.minus(kept)) && removed.size() < FORGOTTEN) {
                people.removeRows(guest.key());
                removed.put(guest.key(), mailboxes.remove(guest.key()));
            }
        }
    }

    /** Those who have come and not gone since are among them. */
    private List<Guest> awayFor(Duration time, Instant now) throws SQLException {
        return statements.rows(
                "SELECT key, seen FROM accounts WHERE password IS NULL AND seen < ?",
                row -> new Guest(row.getString(1), row.getLong(2)),
                Rows.time(now.minus(time)));
    }

    private void note(String key, Instant at) throws SQLException {
        statements.update("UPDATE accounts SET seen = ? WHERE key = ? AND password IS NULL", Rows.time(at), key);
    }

    @Override
    public void kept() {
        Set<String> gone = Set.copyOf(removed.keySet());
        next = gone.size() == FORGOTTEN || writing.size() == NOTED ? Instant.MIN : next;
        removed.clear();
        gone.forEach(people::forgotten);
    }

    @Override
    public void takeBack() {
        writing.forEach(seen::putIfAbsent);
        removed.values().forEach(mailboxes::putBack);
        removed.clear();
    }
}
