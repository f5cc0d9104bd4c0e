package jim.messenger.store;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Message;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.protocol.Names;

/**
 * Keeps everything in memory, and nothing longer than the program runs. Replies before the asking has returned.
 *
 * <p>A letter is handed on under the lock of its mailbox, so that it stays in order; no other lock of the store is taken
 * meanwhile.
 */
public final class MemoryStore implements MessageStore {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Letters> mailboxes = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Marks> marks = new ConcurrentHashMap<>();
    private final Memberships memberships = new Memberships();
    private final Recent recent = new Recent();
    private final InstantSource clock;
    private final MessageIds ids;
    private volatile Consumer<String> forgotten = key -> {};

    /** An empty store. */
    public MemoryStore(InstantSource clock) {
        this.clock = clock;
        this.ids = new MessageIds(clock, 0);
    }

    @Override
    public Account account(String key) {
        return accounts.get(key);
    }

    @Override
    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public void add(Account account, Reply<Account> reply) {
        Account kept = accounts.merge(account.key(), account, Account::claimedWith);
        if (account.isProtected() && !account.password().equals(kept.password())) {
            reply.refused(Refusal.taken(account.name()));
        } else {
            reply.done(kept);
        }
    }

    @Override
    public void replace(Account account, Reply<Account> reply) {
        reply(accounts.replace(account.key(), account) == null ? null : account, account.name(), reply);
    }

    @Override
    public void whenForgotten(Consumer<String> listener) {
        forgotten = listener;
    }

    @Override
    public void remove(String key, Reply<Account> reply) {
        Account removed = accounts.remove(key);
        mailboxes.remove(key);
        marks.remove(key);
        memberships.leaveAll(key);
        if (removed != null) {
            forgotten.accept(key);
        }
        reply(removed, key, reply);
    }

    private static void reply(Account account, String name, Reply<Account> reply) {
        if (account == null) {
            reply.refused(Refusal.nobody(name));
        } else {
            reply.done(account);
        }
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return memberships.all();
    }

    @Override
    public void join(String room, String key, Reply<String> reply) {
        memberships.join(room, key, clock.instant());
        reply.done(room);
    }

    @Override
    public void leave(String room, String key, Reply<String> reply) {
        memberships.leave(room, key);
        reply.done(room);
    }

    @Override
    public void send(Posting posting, Deliverer deliverer, Reply<Sent> reply) {
        Sent sent;
        try {
            sent = posting.cid() == null ? put(posting, deliverer) : once(posting, deliverer);
        } catch (ChatFault fault) {
            reply.refused(fault);
            return;
        }
        reply.done(sent);
    }

    private Sent once(Posting posting, Deliverer deliverer) throws ChatFault {
        Marks sender = marks.computeIfAbsent(Names.key(posting.message().from()), key -> new Marks());
        synchronized (sender) {
            Sent first = sender.get(posting.cid());
            if (first != null) {
                return Repeats.of(first, posting.message());
            }
            Sent sent = put(posting, deliverer);
            sender.put(posting.cid(), sent);
            return sent;
        }
    }

    private Sent put(Posting posting, Deliverer deliverer) throws ChatFault {
        Message message = posting.message();
        int size = Utf8.length(message.text());
        long id = ids.next();
        int reached = 0;
        int waiting = 0;
        int missed = 0;
        for (String key : posting.keys()) {
            switch (mailbox(key).put(id, message, size, deliverer)) {
                case REACHED -> reached++;
                case WAITS -> waiting++;
                case FULL -> {
                    refuseUnlessRoom(message);
                    missed++;
                }
            }
        }
        recent.add(new Letter(0, id, message));
        return new Sent(message, id, reached, waiting, missed, false);
    }

    private static void refuseUnlessRoom(Message message) throws ChatFault {
        if (!message.isToRoom()) {
            throw Refusal.mailboxFull(message.to());
        }
    }

    private Letters mailbox(String key) {
        Letters there = mailboxes.get(key);
        return there == null ? mailboxes.computeIfAbsent(key, Letters::new) : there;
    }

    @Override
    public void confirm(String key, long seq) {
        mailbox(key).confirm(seq);
    }

    @Override
    public long confirmed(String key) {
        return mailbox(key).confirmed();
    }

    @Override
    public long last(String key) {
        return mailbox(key).last();
    }

    @Override
    public long waiting() {
        return mailboxes.values().stream().mapToLong(Letters::waiting).sum();
    }

    @Override
    public void tryOut(Reply<String> reply) {
        reply.done("in memory");
    }

    @Override
    public List<Letter> letters(String key, long after, int most) {
        return mailbox(key).letters(after, most);
    }

    @Override
    public History history(HistoryQuery query) {
        return recent.history(query, query.conversation().beginning(accounts::get, memberships::since));
    }

    /** Forgets all. */
    @Override
    public void close() {
        accounts.clear();
        mailboxes.clear();
        marks.clear();
    }

    /** The latest messages of one sender that had a mark. Guarded by itself. */
    private static final class Marks extends LinkedHashMap<String, Sent> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > MARKS;
        }
    }
}
