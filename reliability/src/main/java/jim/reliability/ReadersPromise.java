package jim.reliability;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import jim.reliability.target.ServerProcess;
import jim.reliability.target.Vitals;

/**
 * A room full of people who never read, and one who talks there all the time. What the others notice of it is measured beside
 * the same talk in an empty room; what the server keeps for them is measured step by step until it has sent one away.
 */
final class ReadersPromise implements Promise {
    private static final int PAIRS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final double MORE_MILLIS = 5;
    private static final int STEP = 100;
    private static final int MOST_STEPS = 500;
    private static final long MOST_EACH = 256 * 1_024;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(75);

    @Override
    public String name() {
        return "readers";
    }

    @Override
    public String sentence() {
        return "Somebody who never reads costs the server at most 256 KiB, is gone within 75 s, and makes the others wait at"
                + " most twice as long and 5 ms.";
    }

    @Override
    public int rounds() {
        return 50;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Findings findings = new Findings().part(Text.of("%d who never read", attack.rounds()));
        measureOthers(attack, findings);
        measureMemory(attack, findings);
        return findings.verdict();
    }

    private static void measureOthers(Attack attack, Findings findings) throws Exception {
        try (ServerProcess server = attack.server("--limits", "off").start();
                Pairs pairs = new Pairs(server.address(), PAIRS);
                LoudRoom room = new LoudRoom(server.address())) {
            writeWhileTalking(pairs, room, WARM_UP);
            double without = writeWhileTalking(pairs, room, MEASURED);
            room.letIn(attack.rounds());
            double with = writeWhileTalking(pairs, room, MEASURED);
            findings.check(
                    with <= 2 * without + MORE_MILLIS,
                    "p99 of the others %.1f ms, without them %.1f ms",
                    with,
                    without);
        }
    }

    /** The 99th percentile, in milliseconds. */
    private static double writeWhileTalking(Pairs pairs, LoudRoom room, Duration time) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Together people = new Together()) {
            people.start(() -> {
                while (!enough.get()) {
                    room.talk(1);
                }
            });
            try {
                return pairs.write(time).millis(0.99);
            } finally {
                enough.set(true);
                people.await();
            }
        }
    }

    private static void measureMemory(Attack attack, Findings findings) throws Exception {
        try (ServerProcess server =
                        attack.server("--limits", "off").onJvm(Vitals.COUNT_MEMORY).start();
                LoudRoom room = new LoudRoom(server.address())) {
            Vitals vitals = server.vitals();
            room.talk(STEP);
            long before = memory(vitals);
            int descriptors = vitals.descriptors();
            room.letIn(attack.rounds());
            long most = before;
            for (int i = 0; vitals.descriptors() >= descriptors + attack.rounds() && i < MOST_STEPS; i++) {
                room.talk(STEP);
                most = Math.max(most, memory(vitals));
            }
            long stopped = System.nanoTime();
            boolean gone = Waiting.within(GONE_WITHIN, () -> vitals.descriptors() <= descriptors);
            long each = (most - before) / attack.rounds();
            findings.check(each <= MOST_EACH, "%d KiB each", each / 1_024)
                    .check(
                            gone,
                            "%d still there %.1f s after the last word to them",
                            vitals.descriptors() - descriptors,
                            (System.nanoTime() - stopped) / 1e9);
        }
    }

    private static long memory(Vitals vitals) throws Exception {
        return vitals.heap() + vitals.direct();
    }
}
