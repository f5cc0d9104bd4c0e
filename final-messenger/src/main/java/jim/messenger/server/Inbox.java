package jim.messenger.server;

import java.util.function.LongSupplier;
import jim.chat.Person;
import jim.engine.Connection;

/**
 * What has been handed to a client from its mailbox, and what of it has arrived. A client that acknowledges says so itself
 * (protocol, section 5); for any other a letter has arrived when it has been sent. For any thread.
 */
final class Inbox {
    private final Connection connection;
    private final boolean acknowledges;
    private final Person person;
    private final LongSupplier clock;
    /** Guarded by this, as is all that follows. */
    private long handed;

    private long confirmed;
    private long confirmedAt;
    private boolean asked;
    private long askedAt;

    /**
     * @param acknowledges whether the client does
     * @param clock the time, in nanoseconds since some moment
     */
    Inbox(Connection connection, Person person, boolean acknowledges, LongSupplier clock) {
        this.clock = clock;
        this.connection = connection;
        this.person = person;
        this.acknowledges = acknowledges;
    }

    /** The letter {@code seq} has been given to the connection. */
    void handed(long seq) {
        long now = clock.getAsLong();
        synchronized (this) {
            if (handed <= confirmed) {
                confirmedAt = now;
            }
            handed = Math.max(handed, seq);
            if (asked) {
                return;
            }
            asked = true;
            askedAt = now;
        }
        askAfter(seq);
    }

    /** One question at a time is enough: the answer is true for all before it. */
    private void askAfter(long seq) {
        connection.afterSent(() -> sent(seq));
    }

    /** Asks for all that was handed over, although another question waits, which may get no answer any more. */
    void askForAll() {
        long last;
        synchronized (this) {
            last = handed;
        }
        askAfter(last);
    }

    private void sent(long seq) {
        if (!acknowledges) {
            person.confirm(seq);
        }
        long next;
        synchronized (this) {
            next = handed;
            asked = next > seq;
            askedAt = clock.getAsLong();
        }
        if (next > seq) {
            askAfter(next);
        } else {
            person.more();
        }
    }

    /** Whether nothing of what was handed over has been sent since {@code before}. */
    synchronized boolean isStuck(long before) {
        return asked && askedAt < before;
    }

    /**
     * The client says that it has all up to {@code seq}.
     *
     * @return whether it can have so many
     */
    boolean acknowledge(long seq) {
        if (!person.confirm(seq)) {
            return false;
        }
        synchronized (this) {
            confirmed = Math.max(confirmed, seq);
            confirmedAt = clock.getAsLong();
        }
        return true;
    }

    /** Sends once more what was handed over and has been waiting for its acknowledgement since {@code before}. */
    void resendIfWaiting(long before) {
        synchronized (this) {
            if (!acknowledges || handed <= confirmed || confirmedAt > before) {
                return;
            }
            confirmedAt = clock.getAsLong();
        }
        person.receive(Person.FROM_WHERE_IT_STOPPED);
    }
}
