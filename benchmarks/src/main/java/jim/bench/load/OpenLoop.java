package jim.bench.load;

import java.util.List;

/**
 * Messages leave at a fixed rate, whatever has become of those before them, as people write who do not know of each other.
 * Each bears the time at which it was due, so a server that stalls is charged for every message that had to wait.
 */
final class OpenLoop implements Pace {
    private final List<Talker> senders;
    private final double nanosBetween;
    private final long start;
    private long sent;

    OpenLoop(List<Talker> senders, int perSecond, long start) {
        this.senders = senders;
        this.nanosBetween = 1e9 / perSecond;
        this.start = start;
    }

    @Override
    public void write(long now) {
        for (long due = due(); due <= now; due = due()) {
            senders.get((int) (sent % senders.size())).write(due);
            sent++;
        }
    }

    private long due() {
        return start + (long) (sent * nanosBetween);
    }

    @Override
    public void arrived(Talker sender) {
        // The next one leaves when it is due.
    }

    /** A selector sleeps for milliseconds, which is far too long. */
    @Override
    public boolean mayWait() {
        return false;
    }
}
