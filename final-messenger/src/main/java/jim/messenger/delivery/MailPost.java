package jim.messenger.delivery;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Mail;
import jim.chat.Member;
import jim.chat.Person;
import jim.chat.Post;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.messenger.metrics.Tally;
import jim.messenger.store.Account;
import jim.messenger.store.Deliverer;
import jim.messenger.store.MessageStore;
import jim.protocol.Names;

/**
 * Keeps what is said before it is handed over (protocol, section 4): into the store, from there into mailboxes, from there
 * to those who are online. For any thread.
 */
public final class MailPost implements Post, Deliverer {
    private final MessageStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Executor reader;
    private final Tally tally;
    private final ConcurrentMap<String, Delivery> online = new ConcurrentHashMap<>();
    /** How many of those who are online ask for delivery: while it is nobody, nobody has to be looked for. */
    private final AtomicInteger askers = new AtomicInteger();

    /**
     * A post for {@code store}.
     *
     * @param accounts who may come
     * @param reader runs what may block
     */
    public MailPost(MessageStore store, Accounts accounts, InstantSource clock, Executor reader, Tally tally) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.reader = reader;
        this.tally = tally;
    }

    @Override
    public String name(String key) {
        Account account = store.account(key);
        return account == null ? null : account.name();
    }

    @Override
    public Stream<String> names() {
        return store.accounts().stream().map(Account::name);
    }

    @Override
    public void admit(Person person) throws ChatFault {
        accounts.admit(store.account(person.key()), person.member().isProven());
    }

    /** Whoever comes for the first time has a mailbox from now on. */
    @Override
    public Mail arrived(Person person) {
        if (person.member().asksForDelivery()) {
            askers.incrementAndGet();
        }
        Delivery delivery = new Delivery(person, store, reader, this::asker);
        online.put(person.key(), delivery);
        if (store.account(person.key()) == null) {
            store.add(new Account(person.name(), null, clock.instant()), Reply.unheard());
        }
        return delivery;
    }

    /** Who wants to hear when what {@code name} has written arrives; null for nobody. */
    private Member asker(String name) {
        Delivery delivery = askers.get() == 0 ? null : online.get(Names.key(name));
        Member member = delivery == null ? null : delivery.person().member();
        return member != null && member.asksForDelivery() ? member : null;
    }

    @Override
    public void left(Person person) {
        Delivery delivery = online.remove(person.key());
        if (delivery != null) {
            delivery.end();
            if (delivery.person().member().asksForDelivery()) {
                askers.decrementAndGet();
            }
        }
    }

    @Override
    public void send(Posting posting, Reply<Sent> reply) {
        tally.message();
        store.send(posting, this, reply);
    }

    @Override
    public boolean deliver(String key, Letter letter) {
        Delivery delivery = online.get(key);
        if (delivery == null) {
            return false;
        }
        tally.delivery();
        delivery.offer(letter);
        return true;
    }

    @Override
    public boolean sendsAtOnce(String key) {
        Delivery delivery = online.get(key);
        return delivery != null && delivery.sendsAtOnce();
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return store.rooms();
    }

    @Override
    public void join(String room, String key, Reply<String> reply) {
        store.join(room, key, reply);
    }

    @Override
    public void leave(String room, String key, Reply<String> reply) {
        store.leave(room, key, reply);
    }
}
