package jim.messenger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices what another program has changed, such as one that adds an account: with each group, and twice a second when there
 * is none. For the writer's thread alone.
 */
final class OutsideChanges implements Change.Standing {
    private static final long LOOK_AGAIN = Duration.ofMillis(500).toNanos();

    private final Statements statements;
    private final People people;
    private final Mailboxes mailboxes;
    /** Who is gone, and it has not been told. */
    private final Set<String> gone = new HashSet<>();

    private long version;
    private long looked = System.nanoTime();

    OutsideChanges(Statements statements, People people, Mailboxes mailboxes) throws SQLException {
        this.statements = statements;
        this.people = people;
        this.mailboxes = mailboxes;
        this.version = version();
    }

    private long version() throws SQLException {
        return statements.number("PRAGMA data_version");
    }

    @Override
    public boolean isDue() {
        return System.nanoTime() - looked > LOOK_AGAIN;
    }

    /** What it finds is on the disk already, whatever becomes of the group. */
    @Override
    public void make() throws SQLException {
        looked = System.nanoTime();
        long now = version();
        if (now != version) {
            gone.addAll(people.loadAccounts());
            mailboxes.compare();
            version = now;
        }
    }

    @Override
    public void kept() {
        Set<String> told = Set.copyOf(gone);
        gone.clear();
        told.forEach(people::tellForgotten);
    }
}
