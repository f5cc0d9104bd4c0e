package jim.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import jim.protocol.Hexadecimal;
import jim.protocol.JimMessage.Msg;

/**
 * The ids and the places of messages in one mailbox, in the order in which they arrive, and the server's clock as it stands in
 * them. For one thread at a time.
 */
final class Identifiers {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Set<String> ids = new HashSet<>();
    private long lastId = -1;
    private long lastSeq;
    private int repeated;
    private int disordered;
    private boolean wasBehind;
    private boolean wasAhead;

    void add(Msg msg) {
        add(msg.tracking().id(), msg.tracking().seq(), Duration.between(Instant.now(), msg.time()));
    }

    /**
     * @param ahead how far the server's clock is before ours
     */
    void add(String id, long seq, Duration ahead) {
        long number = Hexadecimal.of(id).number();
        repeated += ids.add(id) ? 0 : 1;
        disordered += number > lastId && seq == lastSeq + 1 ? 0 : 1;
        lastId = number;
        lastSeq = seq;
        wasBehind |= ahead.compareTo(HALF_AN_HOUR.negated()) < 0;
        wasAhead |= ahead.compareTo(HALF_AN_HOUR) > 0;
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
