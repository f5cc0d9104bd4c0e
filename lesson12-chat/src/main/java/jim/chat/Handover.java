package jim.chat;

import java.util.function.Consumer;

/**
 * Letters that have been handed to a connection, until they have been sent; when none is left, it asks for more. For any
 * thread.
 */
public final class Handover {
    private final Person person;
    private final boolean confirms;
    private final Consumer<Runnable> afterSent;
    /** Guarded by this, as is all that follows. */
    private long handed;

    private boolean asked;
    private long askedAt;

    /**
     * @param person whose letters they are
     * @param confirms whether what has been sent has arrived for good
     * @param afterSent runs something when all has been sent that was handed over before
     */
    public Handover(Person person, boolean confirms, Consumer<Runnable> afterSent) {
        this.person = person;
        this.confirms = confirms;
        this.afterSent = afterSent;
    }

    /** The letter {@code seq} has been given to the connection. */
    public void handed(long seq) {
        synchronized (this) {
            handed = Math.max(handed, seq);
            if (asked) {
                return;
            }
            asked = true;
            askedAt = System.nanoTime();
        }
        askAfter(seq);
    }

    /** One question at a time is enough: the answer is true for all before it. */
    private void askAfter(long seq) {
        afterSent.accept(() -> sent(seq));
    }

    /** Asks for all that was handed over, although another question waits, which may get no answer any more. */
    public void askForAll() {
        askAfter(last());
    }

    private void sent(long seq) {
        if (confirms) {
            person.confirm(seq);
        }
        long next;
        synchronized (this) {
            next = handed;
            asked = next > seq;
            askedAt = System.nanoTime();
        }
        if (next > seq) {
            askAfter(next);
        } else {
            person.more();
        }
    }

    /** The place of the last letter that was handed over. */
    public synchronized long last() {
        return handed;
    }

    /** Whether nothing of what was handed over has been sent since {@code before}, as {@link System#nanoTime} has it. */
    public synchronized boolean isStuck(long before) {
        return asked && askedAt < before;
    }
}
