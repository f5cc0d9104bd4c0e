package jim.chat;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Consumer;

/**
 * Letters that have been handed to a connection, until they have been sent; when none is left, it asks for more. One thread at
 * a time hands over; the rest is for any.
 */
public final class Handover {
    private static final AtomicIntegerFieldUpdater<Handover> QUESTIONS =
            AtomicIntegerFieldUpdater.newUpdater(Handover.class, "questions");

    private final Person person;
    private final boolean confirms;
    private final Consumer<Runnable> afterSent;
    /** Written before anybody looks whether a question waits; who takes one back looks here after it. */
    private volatile long handed;

    /** 1 while the connection has been asked, and has not answered, else 0. */
    private volatile int questions;

    private volatile long askedAt;

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
        handed = Math.max(handed, seq);
        ask();
    }

    /** One question at a time is enough: the answer is true for all before it. */
    private void ask() {
        if (questions == 0 && QUESTIONS.compareAndSet(this, 0, 1)) {
            askAfter(handed);
        }
    }

    private void askAfter(long seq) {
        askedAt = System.nanoTime();
        afterSent.accept(() -> sent(seq));
    }

    /** Asks for all that was handed over, although another question waits, which may get no answer any more. */
    public void askForAll() {
        askAfter(handed);
    }

    private void sent(long seq) {
        if (confirms) {
            person.confirm(seq);
        }
        if (handed > seq) {
            askAfter(handed);
            return;
        }
        questions = 0;
        if (handed > seq) {
            ask();
        } else {
            person.more();
        }
    }

    /** The place of the last letter that was handed over. */
    public long last() {
        return handed;
    }

    /** Whether nothing of what was handed over has been sent since {@code before}, as {@link System#nanoTime} has it. */
    public boolean isStuck(long before) {
        return questions > 0 && askedAt < before;
    }
}
