package jim.reliability;

import java.util.HashSet;
import java.util.Set;
import jim.protocol.Hexadecimal;
import jim.protocol.JimMessage.Msg;

/**
 * The ids and the places of messages in one mailbox, in the order in which they arrive, and the server's clock as it stands in
 * them. For one thread at a time.
 */
final class Identifiers {
    private static final double HALF_AN_HOUR = 1_800;

    private final Set<String> ids = new HashSet<>();
    private long lastId = -1;
    private long lastSeq;
    private int repeated;
    private int disordered;
    private boolean wasBehind;
    private boolean wasAhead;

    void add(Msg msg) {
        add(msg.tracking().id(), msg.tracking().seq(), msg.time() - System.currentTimeMillis() / 1e3);
    }

    /**
     * @param ahead how many seconds the server's clock is before ours
     */
    void add(String id, long seq, double ahead) {
        long number = Hexadecimal.of(id).number();
        repeated += ids.add(id) ? 0 : 1;
        disordered += number > lastId && seq == lastSeq + 1 ? 0 : 1;
        lastId = number;
        lastSeq = seq;
        wasBehind |= ahead < -HALF_AN_HOUR;
        wasAhead |= ahead > HALF_AN_HOUR;
    }

    /** Whether the clock was once an hour behind, and once an hour ahead: if not, nothing was attacked. */
    boolean sawTheJumps() {
        return wasBehind && wasAhead;
    }

    boolean isOrdered() {
        return !ids.isEmpty() && repeated == 0 && disordered == 0;
    }

    @Override
    public String toString() {
        return Text.of("%,d ids, %d repeated, %d out of order", ids.size(), repeated, disordered);
    }
}
