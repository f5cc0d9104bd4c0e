package jim.messenger.server;

import java.util.function.LongSupplier;
import jim.chat.Handover;
import jim.chat.Person;
import jim.engine.Connection;

/**
 * What has been handed to a client from its mailbox, and what of it has arrived. A client that acknowledges says so itself
 * (protocol, section 5); for any other a letter has arrived when it has been sent. For any thread.
 */
final class Inbox {
    private final boolean acknowledges;
    private final Person person;
    private final Handover handover;
    private final LongSupplier clock;
    /** Guarded by this, as is what follows. */
    private long confirmed;

    private long confirmedAt;

    /**
     * @param acknowledges whether the client does
     * @param clock the time, in nanoseconds since some moment
     */
    Inbox(Connection connection, Person person, boolean acknowledges, LongSupplier clock) {
        this.clock = clock;
        this.person = person;
        this.acknowledges = acknowledges;
        this.handover = new Handover(person, !acknowledges, connection::afterSent);
    }

    /** The letter {@code seq} has been given to the connection. */
    void handed(long seq) {
        if (acknowledges) {
            beginToWait();
        }
        handover.handed(seq);
    }

    private synchronized void beginToWait() {
        if (handover.last() <= confirmed) {
            confirmedAt = clock.getAsLong();
        }
    }

    /** Asks for all that was handed over, although another question waits, which may get no answer any more. */
    void askForAll() {
        handover.askForAll();
    }

    /** Whether nothing of what was handed over has been sent since {@code before}. */
    boolean isStuck(long before) {
        return handover.isStuck(before);
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
            if (!acknowledges || handover.last() <= confirmed || confirmedAt > before) {
                return;
            }
            confirmedAt = clock.getAsLong();
        }
        person.receive(Person.FROM_WHERE_IT_STOPPED);
    }
}
