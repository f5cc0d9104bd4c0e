package jim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What an engine takes from the system: it lives when there is no more, and gives all of it back. */
public abstract class ResourceRules extends TroubleRules {
    private static final int ROUNDS = 5;

    @Test
    void anEngineThatFoundNoDescriptorForAPeerServesItLater() throws Exception {
        assertThat(OutOfDescriptors.run(getClass())).startsWith(OutOfDescriptors.SERVED);
    }

    @Test
    void anEngineThatClosesLeavesNoThreadBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        serveAll();
        assertEnd(newSince(before));
    }

    /** A peer whose connection was accepted, but not yet opened, when the engine closed, is not forgotten. */
    @Test
    void anEngineThatClosesForgetsNobodyWhoIsJustArriving() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int round = 0; round < 50; round++) {
            try (RunningEngine engine = silent();
                    ScriptedPeer peer = engine.connect().endOutput()) {
                engine.stop();
                peer.awaitEnd();
            }
        }
        assertEnd(newSince(before));
    }

    /** The first rounds are for what is made once. The collector runs before: it would close what an engine forgot. */
    @Test
    void enginesThatHaveClosedHoldNoDescriptorAndNoDirectMemory() throws Exception {
        serveSeveralTimes();
        long memory = directMemory();
        long descriptors = openDescriptors();
        serveSeveralTimes();
        assertThat(openDescriptors()).isLessThanOrEqualTo(descriptors);
        awaitDirectMemory(memory);
    }

    /** What the collector has found is freed a little later. */
    private static void awaitDirectMemory(long most) {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        long used = directMemory();
        while (used > most && System.nanoTime() < deadline) {
            used = directMemory();
        }
        assertThat(used).isLessThanOrEqualTo(most);
    }

    private void serveSeveralTimes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            serveAll();
        }
    }

    /** An engine that closes while one peer has left, one is there, and one is paused and has left since. */
    private void serveAll() throws Exception {
        try (RunningEngine engine = echo()) {
            engine.assertServes();
            CompletableFuture<Void> closed;
            try (ScriptedPeer stays = engine.connect()) {
                stays.send(number(0)).awaitFrame();
                engine.awaitAccepted().awaitFrame();
                pauseAndLeave(engine);
                closed = CompletableFuture.runAsync(engine::stop, task -> new Thread(task, "stop").start());
                stays.awaitEnd();
            }
            closed.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void pauseAndLeave(RunningEngine engine) throws Exception {
        try (ScriptedPeer peer = engine.connect()) {
            engine.awaitAccepted().connection().pause();
            peer.endOutput();
        }
    }

    private static long openDescriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    /** A buffer is freed when the garbage collector has found that nobody holds it. */
    private static long directMemory() {
        System.gc();
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    static Set<Thread> newSince(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        return now;
    }

    static void assertEnd(Set<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(ScriptedPeer.PATIENCE.toMillis());
            assertThat(thread.isAlive())
                    .as("%s is alive: %s", thread, Arrays.toString(thread.getStackTrace()))
                    .isFalse();
        }
    }
}
