package jim.messenger.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Mail;
import jim.chat.Member;
import jim.chat.Person;
import jim.messenger.store.MessageStore;

/**
 * The way from one mailbox to the person who is online. For any thread.
 *
 * <pre>
 *   SILENT ── receive ──▶ READING ◀──────── there is room again ────────┐
 *                          │    ▲                                       │
 *               all is read│    │ a letter does not follow the last     │
 *                          ▼    │                                       │
 *                         LIVE ─┘        some were read, and wait ──▶ WAITING
 * </pre>
 *
 * <p>LIVE, each letter is handed over as it is kept. READING, the store is asked, on another thread, for those that were
 * kept before; a few at a time, since the outbox of the person is bounded. When the store cannot be read (STALLED), the next
 * letter that it keeps makes it be asked again.
 */
final class Delivery implements Mail {
    private enum State {
        SILENT,
        READING,
        WAITING,
        STALLED,
        LIVE,
        ENDED
    }

    /** As many of the largest messages fit into an outbox, and more. */
    private static final int AT_ONCE = 16;

    private final Person person;
    private final MessageStore store;
    private final Executor reader;
    private final Function<String, Member> askers;

    /** Written under this lock, as is all that follows. */
    private volatile State state = State.SILENT;

    private long handed;
    /** What the person may have: nothing behind it was ever handed over, nor said to be known. */
    private long furthest;

    private long claimed;
    private long latest;
    private boolean roomWhileHanding;
    /** Whose senders want to hear when they have arrived, in the order of their places. */
    private final Deque<Letter> awaited = new ArrayDeque<>(0);

    /**
     * @param reader runs what may block
     * @param askers finds who wants to hear when what somebody of a name has written arrives; null for nobody
     */
    Delivery(Person person, MessageStore store, Executor reader, Function<String, Member> askers) {
        this.person = person;
        this.store = store;
        this.reader = reader;
        this.askers = askers;
    }

    Person person() {
        return person;
    }

    /** Begins behind {@code after}; negative for behind what was confirmed, or was said to be known the first time. */
    @Override
    public synchronized void receive(long after) {
        if (state == State.ENDED) {
            return;
        }
        long confirmed = store.confirmed(person.key());
        long last = store.last(person.key());
        if (after >= 0 && after <= last) {
            claimed = after;
            handed = after;
            reader.execute(() -> tellSenders(confirmed, after));
        } else {
            handed = Math.max(confirmed, claimed);
        }
        furthest = Math.max(furthest, Math.max(confirmed, handed));
        if (handed == last) {
            state = State.LIVE;
        } else {
            read();
        }
    }

    private void read() {
        state = State.READING;
        long after = handed;
        long known = latest;
        reader.execute(() -> read(after, known));
    }

    private void read(long after, long known) {
        List<Letter> letters;
        try {
            letters = store.letters(person.key(), after, AT_ONCE);
        } catch (ChatFault unreadable) {
            stall(after);
            return;
        }
        hand(letters, after, known);
    }

    private synchronized void stall(long after) {
        if (state == State.READING && after == handed) {
            state = State.STALLED;
        }
    }

    /**
     * @param known the place of the last letter that was known of before the store was asked
     */
    private synchronized void hand(List<Letter> letters, long after, long known) {
        if (state != State.READING || after != handed) {
            return;
        }
        roomWhileHanding = false;
        boolean allArrived = true;
        for (Letter letter : letters) {
            allArrived &= hand(letter);
        }
        if (letters.isEmpty()) {
            // What was kept too long ago is no longer there. What has come since the store was asked is.
            handed = Math.max(handed, known);
        }
        if (letters.size() < AT_ONCE && handed >= latest) {
            state = State.LIVE;
        } else if (allArrived || roomWhileHanding) {
            read();
        } else {
            state = State.WAITING;
        }
    }

    /** Whether a letter goes to the connection at once, whose own bound then holds, and has arrived when it was sent. */
    boolean sendsAtOnce() {
        return state == State.LIVE && !person.member().asksForDelivery();
    }

    @Override
    public synchronized void more() {
        roomWhileHanding = true;
        if (state == State.WAITING) {
            read();
        }
    }

    /** A letter has just been kept. */
    synchronized void offer(Letter letter) {
        latest = Math.max(latest, letter.seq());
        if (state == State.STALLED) {
            read();
        }
        if (state != State.LIVE || letter.seq() <= handed) {
            return;
        }
        if (letter.seq() == handed + 1) {
            hand(letter);
        } else {
            read();
        }
    }

    /** Says whether it has arrived for good. */
    private boolean hand(Letter letter) {
        handed = letter.seq();
        furthest = Math.max(furthest, handed);
        if (isAskedFor(letter)) {
            awaited.addLast(letter);
        }
        boolean arrived = person.deliver(letter);
        if (arrived) {
            confirm(letter.seq());
        }
        return arrived;
    }

    /** Who acknowledges may do so late: by then another connection of the sender may ask for it. */
    private boolean isAskedFor(Letter letter) {
        return !letter.message().isToRoom()
                && (person.member().asksForDelivery() || asker(letter) != null)
                && !isHandedAgain(letter);
    }

    private boolean isHandedAgain(Letter letter) {
        return letter.seq() <= store.confirmed(person.key())
                || (!awaited.isEmpty() && letter.seq() <= awaited.peekLast().seq());
    }

    /** The sender of {@code letter}, who wants to hear of it; null when there is nobody who does. */
    private Member asker(Letter letter) {
        return askers.apply(letter.message().from());
    }

    /** Senders are told without the lock: what they hear has to wait for its turn there. */
    @Override
    public boolean confirm(long seq) {
        List<Letter> arrived;
        synchronized (this) {
            if (seq > furthest || (state == State.ENDED && seq > store.last(person.key()))) {
                return false;
            }
            store.confirm(person.key(), seq);
            arrived = awaited.isEmpty() ? List.of() : awaitedUpTo(seq);
        }
        for (Letter letter : arrived) {
            tellSender(letter);
        }
        return true;
    }

    private List<Letter> awaitedUpTo(long seq) {
        List<Letter> arrived = new ArrayList<>();
        while (!awaited.isEmpty() && awaited.peekFirst().seq() <= seq) {
            arrived.add(awaited.removeFirst());
        }
        return arrived;
    }

    /** What the person says it has is never handed over, and so waits for no acknowledgement: all up to {@code last}. */
    private void tellSenders(long after, long last) {
        if (after >= last) {
            return;
        }
        try {
            List<Letter> skipped = store.letters(person.key(), after, AT_ONCE);
            skipped.stream()
                    .filter(letter -> letter.seq() <= last && !letter.message().isToRoom())
                    .forEach(this::tellSender);
            if (!skipped.isEmpty()) {
                long next = skipped.get(skipped.size() - 1).seq();
                reader.execute(() -> tellSenders(next, last));
            }
        } catch (ChatFault unreadable) {
            // It has arrived all the same; only its senders do not hear of it.
        }
    }

    private void tellSender(Letter letter) {
        Member sender = asker(letter);
        if (sender != null) {
            sender.delivered(letter.id());
        }
    }

    synchronized void end() {
        state = State.ENDED;
    }
}
