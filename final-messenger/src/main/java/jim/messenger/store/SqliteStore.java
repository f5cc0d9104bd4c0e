package jim.messenger.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.messenger.store.Change.Standing;

/**
 * Keeps everything in an SQLite database, and replies when it is on the disk (protocol, section 4). Who there is and how full
 * the mailboxes are is in memory too; what was said is not.
 *
 * <pre>
 *   any thread ──▶ queue ──▶ Writer: one transaction for all that waits ──commit──▶ deliver, reply
 *   any thread ──▶ Reading: letters, history
 * </pre>
 */
public final class SqliteStore implements MessageStore {
    private final InstantSource clock;
    private final Opened opened;
    private final Reading reading;
    private final People people;
    private final Mailboxes mailboxes;
    private final OutsideChanges outside;
    private final Sending.Way way;
    private final Guests guests;
    private final Writer writer;

    private SqliteStore(
            Opened opened, InstantSource clock, Duration keepsGuests, Consumer<Throwable> failures, Pulse pulse)
            throws SQLException {
        Statements statements = opened.writing();
        this.clock = clock;
        this.opened = opened;
        reading = new Reading(opened.reading());
        people = new People(statements);
        mailboxes = new Mailboxes(statements);
        Marks marks = new Marks(statements);
        outside = new OutsideChanges(statements, people, mailboxes);
        people.load();
        mailboxes.load();
        MessageIds ids = new MessageIds(clock, statements.number("SELECT max(id) FROM messages"));
        way = new Sending.Way(statements, ids, mailboxes, marks);
        List<Standing> beside = List.of(new SpareRoom(opened.folder()), outside, mailboxes, marks);
        guests = new Guests(statements, clock, keepsGuests, people, mailboxes);
        writer = new Writer(
                statements, beside, List.of(new Retention(statements, clock, mailboxes), guests), failures, pulse);
    }

    /** The same, and nobody hears how it goes on. */
    public static SqliteStore open(Path folder, InstantSource clock, Consumer<Throwable> failures) throws StoreFault {
        return open(folder, clock, Retention.KEPT, failures, Pulse.UNHEARD);
    }

    /**
     * The store in {@code folder}, which is made if it is not there. Nobody else can have it until it is closed.
     *
     * @param keepsGuests how long a guest is remembered who does not come again
     * @param failures hears why nothing can be kept, once until something can be kept again
     * @param pulse hears how it goes on
     */
    public static SqliteStore open(
            Path folder, InstantSource clock, Duration keepsGuests, Consumer<Throwable> failures, Pulse pulse)
            throws StoreFault {
        Opened opened = Opened.in(folder);
        try {
            SqliteStore store = new SqliteStore(opened, clock, keepsGuests, failures, pulse);
            store.writer.start();
            return store;
        } catch (SQLException e) {
            opened.close();
            throw Opened.unreadable(StoreFolder.database(folder), e);
        }
    }

    @Override
    public Account account(String key) {
        return people.account(key);
    }

    @Override
    public Collection<Account> accounts() {
        return people.accounts();
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return people.rooms();
    }

    @Override
    public void add(Account account, Reply<Account> reply) {
        writer.ask(people.adding(account, reply));
    }

    @Override
    public void replace(Account account, Reply<Account> reply) {
        writer.ask(people.replacing(account, reply));
    }

    @Override
    public void remove(String key, Reply<Account> reply) {
        writer.ask(people.removing(key, mailboxes, reply));
    }

    @Override
    public void comes(String key) {
        guests.comes(key);
    }

    @Override
    public void goes(String key) {
        guests.goes(key);
    }

    @Override
    public void whenForgotten(Consumer<String> listener) {
        people.whenForgotten(listener);
    }

    @Override
    public void whenSecured(Consumer<String> listener) {
        outside.whenSecured(listener);
    }

    @Override
    public void join(String room, String key, Reply<String> reply) {
        writer.ask(people.joining(room, key, clock.instant(), reply));
    }

    @Override
    public void leave(String room, String key, Reply<String> reply) {
        writer.ask(people.leaving(room, key, reply));
    }

    @Override
    public void send(Posting posting, Deliverer deliverer, Reply<Sent> reply) {
        writer.ask(new Sending(way, posting, deliverer, reply));
    }

    @Override
    public void confirm(String key, long seq) {
        mailboxes.confirm(key, seq);
    }

    @Override
    public long confirmed(String key) {
        return mailboxes.of(key).mailbox().confirmed();
    }

    @Override
    public long last(String key) {
        return mailboxes.of(key).mailbox().last();
    }

    @Override
    public long waiting() {
        return mailboxes.waiting();
    }

    /** The head of the file says what it says already; it is written nevertheless. */
    @Override
    public void tryOut(Reply<String> reply) {
        Statements statements = opened.writing();
        writer.ask(new Step<>(
                reply,
                () -> {
                    statements.run("PRAGMA user_version = " + Schema.VERSION);
                    return "kept";
                },
                kept -> {}));
    }

    @Override
    public List<Letter> letters(String key, long after, int most) throws ChatFault {
        return reading.letters(key, after, most);
    }

    @Override
    public History history(HistoryQuery query) throws ChatFault {
        return reading.history(query, people.beginning(query.conversation()));
    }

    @Override
    public void close() {
        writer.close();
        opened.close();
    }
}
