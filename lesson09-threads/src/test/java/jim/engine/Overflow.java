package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import jim.protocol.Frame;

/** Knows when an outbox is full: the engine then asks for the last frame. For one thread that sends. */
final class Overflow {
    private static final int MOST = 100 * 1_024 * 1_024;

    private final AtomicInteger asked = new AtomicInteger();

    /** The same options, watched. */
    EngineOptions watching(EngineOptions options) {
        return new EngineOptions(
                options.framing(),
                options.outboxBytes(),
                () -> {
                    asked.incrementAndGet();
                    return options.tooSlow().get();
                },
                options.failures());
    }

    /**
     * Sends {@code frame} to a peer that does not read, until there is no room for one more.
     *
     * @return how many bytes there was room for, with the engine and with both systems
     */
    int fill(Connection connection, Frame frame) {
        int before = asked.get();
        int taken = -frame.length();
        while (asked.get() == before) {
            connection.send(frame);
            taken += frame.length();
            assertThat(taken).isLessThan(MOST);
        }
        return taken;
    }

    /** How many of the bytes that {@code got} has were sent before the last frame, which must be there. */
    static int beforeLast(byte[] got) {
        int length = got.length - Heard.TOO_SLOW.length();
        assertThat(Arrays.copyOfRange(got, Math.max(0, length), got.length)).isEqualTo(Heard.TOO_SLOW.toByteArray());
        return length;
    }
}
