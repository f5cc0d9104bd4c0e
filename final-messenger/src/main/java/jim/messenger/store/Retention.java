package jim.messenger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets what was said too long ago (protocol, section 4), and gives its room on the disk back; a little at a time, so that
 * nobody waits long for it. For the writer's thread alone.
 */
final class Retention implements Change.Standing {
    /** How long a message is kept, whether it waits or has arrived. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;
    private static final int PAGES = 200;

    private final Statements statements;
    private final InstantSource clock;
    private final Mailboxes mailboxes;
    private final List<Expired> expired = new ArrayList<>();
    private Instant next = Instant.MIN;
    private boolean isMore;

    /** A letter that is forgotten. */
    private record Expired(String owner, long mailbox, long seq) {}

    Retention(Statements statements, InstantSource clock, Mailboxes mailboxes) {
        this.statements = statements;
        this.clock = clock;
        this.mailboxes = mailboxes;
    }

    @Override
    public boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    @Override
    public void make() throws SQLException {
        next = clock.instant().plus(LOOK_AGAIN);
        long last = statements.number(
                "SELECT max(id) FROM (SELECT id, at FROM messages ORDER BY id LIMIT " + AT_ONCE + ") WHERE at < ?",
                Rows.time(clock.instant().minus(KEPT)));
        isMore = last == 0 ? giveBack() : forget(last);
    }

    private boolean forget(long last) throws SQLException {
        expired.addAll(statements.rows(
                "SELECT b.owner, l.mailbox, l.seq FROM letters l LEFT JOIN mailboxes b ON b.number = l.mailbox"
                        + " WHERE l.message <= ? ORDER BY l.message LIMIT " + AT_ONCE,
                row -> new Expired(row.getString(1), row.getLong(2), row.getLong(3)),
                last));
        for (Expired letter : expired) {
            statements.update("DELETE FROM letters WHERE mailbox = ? AND seq = ?", letter.mailbox(), letter.seq());
            statements.update(
                    "UPDATE mailboxes SET confirmed = ? WHERE number = ? AND confirmed < ?",
                    letter.seq(),
                    letter.mailbox(),
                    letter.seq());
        }
        if (expired.size() < AT_ONCE) {
            statements.update("DELETE FROM messages WHERE id <= ?", last);
        }
        return true;
    }

    private boolean giveBack() throws SQLException {
        if (statements.number("PRAGMA freelist_count") == 0) {
            return false;
        }
        statements.run("PRAGMA incremental_vacuum(" + PAGES + ")");
        return true;
    }

    @Override
    public void kept() {
        for (Expired letter : expired) {
            if (letter.owner() != null) {
                mailboxes.of(letter.owner()).mailbox().confirm(letter.seq());
            }
        }
        expired.clear();
        next = isMore ? Instant.MIN : next;
    }

    @Override
    public void takeBack() {
        expired.clear();
    }
}
