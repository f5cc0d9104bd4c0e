package jim.messenger.store;

import java.util.concurrent.atomic.AtomicBoolean;

/** A mailbox whose letters lie in the database. */
final class Box {
    private final String owner;
    /** Its counters; what waits is for the writer's thread alone. */
    private final Mailbox mailbox;

    private final AtomicBoolean isDirty = new AtomicBoolean();
    /** For the writer's thread alone. */
    private long number;

    /**
     * @param owner a key
     * @param number that of its row; 0 for none yet
     * @param confirmed the place of the last letter that has arrived
     */
    Box(String owner, long number, long confirmed) {
        this.owner = owner;
        this.number = number;
        this.mailbox = new Mailbox(confirmed);
    }

    String owner() {
        return owner;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    long number() {
        return number;
    }

    void setNumber(long other) {
        number = other;
    }

    /** Says whether it was clean before. */
    boolean becomesDirty() {
        return isDirty.compareAndSet(false, true);
    }

    /** Up to where letters have arrived, to be written; what is confirmed from now on makes it dirty again. */
    long cleaned() {
        isDirty.set(false);
        return Math.min(mailbox.confirmed(), mailbox.last());
    }
}
