package jim.messenger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

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
    /** Who has a new password, and it has not been told. */
    private final Set<String> secured = new HashSet<>();

    private volatile Consumer<String> whenSecured = key -> {};

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
            People.News news = people.loadAccounts();
            gone.addAll(news.gone());
            secured.addAll(news.secured());
            mailboxes.compare();
            version = now;
        }
    }

    @Override
    public void kept() {
        tell(gone, people::tellForgotten);
        tell(secured, whenSecured);
    }

    private static void tell(Set<String> keys, Consumer<String> listener) {
        Set<String> told = Set.copyOf(keys);
        keys.clear();
        told.forEach(listener);
    }

    /** As {@link MessageStore#whenSecured}. */
    void whenSecured(Consumer<String> listener) {
        whenSecured = listener;
    }
}
