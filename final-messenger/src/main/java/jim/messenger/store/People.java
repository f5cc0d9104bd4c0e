package jim.messenger.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jim.chat.ChatFault;
import jim.chat.Reply;
import jim.messenger.store.Rows.Membership;
import jim.protocol.Names;

/**
 * Accounts and memberships: as they are on the disk, in memory for any thread, and the changes that are asked for. What reads
 * and writes the database is for the writer's thread.
 */
final class People {
    /** Behind a condition on rooms: those to which nobody belongs but the first argument. */
    private static final String ALONE_THERE =
            " AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.room = rooms.room AND m.member <> ?1)";

    private final Statements statements;
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final Memberships memberships = new Memberships();
    /** The keys of guests who are known, and not written yet. */
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    private volatile Consumer<String> forgotten = key -> {};

    People(Statements statements) {
        this.statements = statements;
    }

    void load() throws SQLException {
        loadAccounts();
        statements
                .rows("SELECT room_name, member, since FROM memberships NATURAL JOIN rooms", Rows::membership)
                .forEach(this::enter);
    }

    /**
     * What another program has done to accounts that were known.
     *
     * @param gone the keys of those that were removed
     * @param secured the keys of those that have got a password, or another one
     */
    record News(Set<String> gone, Set<String> secured) {}

    /** Reads all accounts once more, when another program may have changed them. */
    News loadAccounts() throws SQLException {
        Map<String, Account> stored =
                statements.rows("SELECT " + Rows.ACCOUNT + " FROM accounts", Rows::account).stream()
                        .collect(Collectors.toMap(Account::key, Function.identity()));
        Set<String> gone = keys(known -> !isSame(known, stored.get(known.key())));
        Set<String> secured = keys(known -> isSecured(known, stored.get(known.key())));
        gone.removeAll(unwritten);
        accounts.keySet().removeAll(gone);
        accounts.putAll(stored);
        gone.forEach(memberships::leaveAll);
        return new News(gone, secured);
    }

    private Set<String> keys(Predicate<Account> which) {
        return accounts.values().stream().filter(which).map(Account::key).collect(Collectors.toSet());
    }

    /** A name may have gone, and come again as somebody else's, since they were read the last time. */
    private static boolean isSame(Account known, Account stored) {
        return stored != null && stored.since().equals(known.since());
    }

    private static boolean isSecured(Account known, Account stored) {
        return isSame(known, stored)
                && stored.isProtected()
                && !stored.password().equals(known.password());
    }

    private void enter(Membership one) {
        memberships.join(one.room(), one.member(), one.since());
    }

    /** From when on {@code conversation} has been that. */
    Instant beginning(Conversation conversation) {
        return conversation.beginning(accounts::get, memberships::since);
    }

    /** As {@link MessageStore#whenForgotten}. */
    void whenForgotten(Consumer<String> listener) {
        forgotten = listener;
    }

    /** Tells that whoever had {@code key} is gone for good. */
    void tellForgotten(String key) {
        forgotten.accept(key);
    }

    Account account(String key) {
        return accounts.get(key);
    }

    Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    Map<String, Set<String>> rooms() {
        return memberships.all();
    }

    Change adding(Account account, Reply<Account> reply) {
        return new Adding(account, reply);
    }

    /** A guest is known at once: whoever has been here can be written to, also in the next moment. */
    private final class Adding extends Asked<Account> {
        private final Account account;
        private final boolean isEarly;
        private Account kept;

        Adding(Account account, Reply<Account> reply) {
            super(reply);
            this.account = account;
            this.isEarly = !account.isProtected() && comesEarly();
        }

        private boolean comesEarly() {
            unwritten.add(account.key());
            return accounts.putIfAbsent(account.key(), account) == null;
        }

        @Override
        void write() throws SQLException, ChatFault {
            Account there = stored(account.key());
            kept = there == null ? account : there.claimedWith(account);
            if (account.isProtected() && !account.password().equals(kept.password())) {
                throw Refusal.taken(account.name());
            }
            if (!kept.equals(there)) {
                keep(kept);
            }
        }

        @Override
        Account outcome() {
            accounts.put(kept.key(), kept);
            unwritten.remove(kept.key());
            return kept;
        }

        @Override
        public void takeBack() {
            unwritten.remove(account.key());
            if (isEarly) {
                accounts.remove(account.key(), account);
            }
        }
    }

    private Account stored(String key) throws SQLException {
        return statements.first("SELECT " + Rows.ACCOUNT + " FROM accounts WHERE key = ?", Rows::account, key);
    }

    private void keep(Account account) throws SQLException {
        statements.update(
                "INSERT INTO accounts (key, name, password, since, seen) VALUES (?1, ?2, ?3, ?4, ?4)"
                        + " ON CONFLICT DO UPDATE SET name = ?2, password = ?3, since = ?4",
                account.key(),
                account.name(),
                account.password(),
                Rows.time(account.since()));
    }

    Change replacing(Account account, Reply<Account> reply) {
        return new Step<>(
                reply,
                () -> {
                    checkStored(account.key(), account.name());
                    keep(account);
                    return account;
                },
                kept -> accounts.put(kept.key(), kept));
    }

    private Account checkStored(String key, String name) throws SQLException, ChatFault {
        Account there = stored(key);
        if (there == null) {
            throw Refusal.nobody(name);
        }
        return there;
    }

    Change removing(String key, Mailboxes mailboxes, Reply<Account> reply) {
        return new Removing(key, mailboxes, reply);
    }

    private final class Removing extends Asked<Account> {
        private final String key;
        private final Mailboxes mailboxes;
        private Account removed;
        private Box box;

        Removing(String key, Mailboxes mailboxes, Reply<Account> reply) {
            super(reply);
            this.key = key;
            this.mailboxes = mailboxes;
        }

        @Override
        void write() throws SQLException, ChatFault {
            removed = checkStored(key, key);
            removeRows(key);
            box = mailboxes.remove(key);
        }

        @Override
        Account outcome() {
            forgotten(key);
            return removed;
        }

        @Override
        public void takeBack() {
            mailboxes.putBack(box);
        }
    }

    /** Takes all rows away that are {@code key}'s. */
    void removeRows(String key) throws SQLException {
        statements.update("DELETE FROM accounts WHERE key = ?", key);
        statements.update(
                "DELETE FROM rooms WHERE room IN (SELECT room FROM memberships WHERE member = ?1)" + ALONE_THERE, key);
        statements.update("DELETE FROM memberships WHERE member = ?", key);
        statements.update("DELETE FROM mailboxes WHERE owner = ?", key);
        Marks.forget(statements, key);
    }

    /** The rows of {@code key} are gone for good. */
    void forgotten(String key) {
        accounts.remove(key);
        memberships.leaveAll(key);
        tellForgotten(key);
    }

    Change joining(String room, String key, Instant now, Reply<String> reply) {
        return new Step<>(
                reply,
                () -> {
                    statements.update(
                            "INSERT OR IGNORE INTO rooms (room, since) VALUES (?, ?)", Names.key(room), Rows.time(now));
                    statements.update(
                            "INSERT OR IGNORE INTO memberships (room, member, room_name) VALUES (?, ?, coalesce("
                                    + "(SELECT room_name FROM memberships WHERE room = ? LIMIT 1), ?))",
                            Names.key(room),
                            key,
                            Names.key(room),
                            room);
                    return room;
                },
                joined -> enter(new Membership(joined, key, now)));
    }

    Change leaving(String room, String key, Reply<String> reply) {
        return new Step<>(
                reply,
                () -> {
                    statements.update("DELETE FROM rooms WHERE room = ?2" + ALONE_THERE, key, Names.key(room));
                    statements.update("DELETE FROM memberships WHERE room = ? AND member = ?", Names.key(room), key);
                    return room;
                },
                left -> memberships.leave(left, key));
    }
}
