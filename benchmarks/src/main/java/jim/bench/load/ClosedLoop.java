package jim.bench.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everybody has a window of messages on their way: for each that has arrived, the next one leaves. So a server is as busy as
 * it can be, and no queue grows.
 */
final class ClosedLoop implements Pace {
    private final int window;
    private final int copies;
    private final Set<Talker> owed;

    /**
     * @param copies how many people hear each message
     */
    ClosedLoop(List<Talker> senders, int window, int copies) {
        this.window = window;
        this.copies = copies;
        this.owed = new LinkedHashSet<>(senders);
    }

    @Override
    public void write(long now) {
        for (Talker sender : owed) {
            for (int i = sender.onTheirWay(copies); i < window; i++) {
                sender.write(now);
            }
        }
        owed.clear();
    }

    @Override
    public void arrived(Talker sender) {
        owed.add(sender);
    }

    @Override
    public boolean mayWait() {
        return true;
    }
}
