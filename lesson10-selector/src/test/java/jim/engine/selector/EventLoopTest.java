package jim.engine.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jim.engine.EngineOptions;
import jim.protocol.Frame;
import jim.protocol.JsonFraming;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What a loop does for other threads. */
final class EventLoopTest {
    private static final int TASKS = 100_000;
    private static final EngineOptions OPTIONS =
            new EngineOptions(JsonFraming::new, 1_000, () -> Frame.of("{}"), failure -> {});

    /** Each task comes as soon as the one before has run, when the loop is on its way to sleep. */
    @Test
    void noTaskIsForgottenByALoopThatIsAboutToSleep() throws Exception {
        EventLoop loop = new EventLoop("loop", OPTIONS);
        AtomicInteger done = new AtomicInteger();
        loop.start();
        try {
            for (int i = 1; i <= TASKS; i++) {
                loop.execute(done::incrementAndGet);
                await(done, i);
            }
        } finally {
            loop.close(Duration.ZERO);
            loop.join(ScriptedPeer.PATIENCE);
        }
    }

    private static void await(AtomicInteger done, int count) {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (done.get() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(done).hasValue(count);
    }
}
