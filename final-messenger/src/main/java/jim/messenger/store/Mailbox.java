package jim.messenger.store;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * What is known of one mailbox without its letters: how many it has had, how many have arrived, and how much of it waits.
 * Guarded by whoever has it; only {@link #confirm}, {@link #confirmed}, {@link #last} and {@link #waiting} are for any thread at
 * any time.
 */
final class Mailbox {
    private static final AtomicLongFieldUpdater<Mailbox> CONFIRMED =
            AtomicLongFieldUpdater.newUpdater(Mailbox.class, "confirmed");

    private static final int FIRST = 8;
    private static final int[] NONE = {};

    private volatile long confirmed;
    /** Written before anybody looks who is online: somebody who comes meanwhile has looked here, or is seen there. */
    private volatile long last;

    /** The sizes of the letters that wait, in a ring, and behind which place they begin. */
    private int[] sizes = NONE;

    private long counted;
    private long bytes;

    Mailbox() {
        this(0);
    }

    /** One whose letters up to {@code confirmed} have arrived. */
    Mailbox(long confirmed) {
        this.confirmed = confirmed;
        this.last = confirmed;
        this.counted = confirmed;
    }

    /** Whether {@code size} more bytes may wait. */
    boolean hasRoom(int size) {
        forgetConfirmed();
        return last - counted < MessageStore.MAILBOX_LETTERS && bytes + size <= MessageStore.MAILBOX_BYTES;
    }

    /** Counts one more letter of {@code size} bytes, and says its place. */
    long add(int size) {
        forgetConfirmed();
        int waiting = (int) (last - counted);
        if (waiting == sizes.length) {
            grow();
        }
        long seq = last + 1;
        sizes[index(seq)] = size;
        bytes += size;
        last = seq;
        return seq;
    }

    /** The last letter was not kept after all. */
    void takeBack() {
        long seq = last;
        bytes -= sizes[index(seq)];
        last = seq - 1;
    }

    private void grow() {
        int[] larger = new int[Math.max(FIRST, 2 * sizes.length)];
        for (long seq = counted + 1; seq <= last; seq++) {
            larger[(int) (seq & (larger.length - 1))] = sizes[index(seq)];
        }
        sizes = larger;
    }

    private int index(long seq) {
        return (int) (seq & (sizes.length - 1));
    }

    private void forgetConfirmed() {
        long arrived = Math.min(confirmed, last);
        while (counted < arrived) {
            bytes -= sizes[index(++counted)];
        }
    }

    /** The place of the last letter. */
    long last() {
        return last;
    }

    /** About how many letters wait, while others may put some in. */
    long waiting() {
        return Math.max(0, last - confirmed);
    }

    /** The place of the last letter that has arrived for good. */
    long confirmed() {
        return confirmed;
    }

    /** All up to {@code seq} have arrived. */
    void confirm(long seq) {
        CONFIRMED.accumulateAndGet(this, seq, Math::max);
    }
}
