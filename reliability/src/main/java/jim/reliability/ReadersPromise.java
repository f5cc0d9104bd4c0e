package jim.reliability;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import jim.reliability.host.ServerProcess;
import jim.reliability.host.Vitals;

/**
 * A room full of people who never read, and one who talks there all the time. What the others notice of it is measured beside
 * the same talk in an empty room; what the server keeps for them is measured step by step until it has sent one away.
 */
final class ReadersPromise implements Promise {
    private static final int PAIRS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final double MORE_MILLIS = 5;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int LONG = 3_900;
    private static final int LONGEST = 500;
    private static final int STEP = 100;
    private static final int MOST_SAID = 50_000;
    private static final int LESS = 3 * STEP;
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
        int said = measureMemory(attack.in("memory"), findings);
        measurePatience(attack.in("patience"), said, findings);
        return findings.verdict();
    }

    private static void measureOthers(Attack attack, Findings findings) throws Exception {
        double reading = p99(attack.in("reading"), true);
        double deaf = p99(attack.in("deaf"), false);
        findings.check(
                deaf <= 2 * reading + MORE_MILLIS,
                "p99 of the others %.1f ms, and %.1f ms beside as many who read",
                deaf,
                reading);
    }

    /** How long others wait beside a room full of people, in milliseconds. */
    private static double p99(Attack attack, boolean read) throws Exception {
        try (ServerProcess server = attack.server("--limits", "off", "--message-limit", "4000")
                        .start();
                Pairs pairs = new Pairs(server.address(), PAIRS);
                LoudRoom room = new LoudRoom(server.address(), () -> LONG)) {
            writeWhileTalking(pairs, room, WARM_UP);
            room.letIn(attack.rounds(), read);
            return writeWhileTalking(pairs, room, MEASURED);
        }
    }

    /** The 99th percentile, in milliseconds. */
    private static double writeWhileTalking(Pairs pairs, LoudRoom room, Duration time) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Together people = new Together()) {
            people.start(() -> {
                while (!enough.get()) {
                    room.talk(1);
                    Thread.sleep(PAUSE.toMillis()); // The pace.
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

    /** What a talk has cost: how many things were said, and by how much the server's memory has grown at most. */
    private record Cost(int said, long bytes) {}

    /** What the same talk to one who reads costs is no cost of those who do not. Says how many things were said. */
    private static int measureMemory(Attack attack, Findings findings) throws Exception {
        Cost deaf = talk(attack, attack.rounds(), false, MOST_SAID);
        Cost heard = talk(attack.in("heard"), 1, true, deaf.said());
        long each = (deaf.bytes() - heard.bytes()) / attack.rounds();
        findings.check(each <= MOST_EACH && deaf.said() < MOST_SAID, "%d KiB each", each / 1_024);
        return deaf.said();
    }

    /** Talks until the first of {@code audience} is sent away, or {@code most} things are said. */
    private static Cost talk(Attack attack, int audience, boolean read, int most) throws Exception {
        try (ServerProcess server = attack.server("--limits", "off")
                        .onJvm(Vitals.COUNT_MEMORY)
                        .start();
                LoudRoom room = new LoudRoom(server.address(), lengths(attack))) {
            Vitals vitals = server.vitals();
            room.talk(STEP);
            long before = memory(vitals);
            int descriptors = vitals.descriptors();
            room.letIn(audience, read);
            long largest = before;
            int said = 0;
            while (said < most && vitals.descriptors() >= descriptors + audience) {
                room.talk(STEP);
                said += STEP;
                largest = Math.max(largest, memory(vitals));
            }
            return new Cost(said, largest - before);
        }
    }

    /** Talks almost until they are sent away, and is silent then. */
    private static void measurePatience(Attack attack, int said, Findings findings) throws Exception {
        try (ServerProcess server = attack.server("--limits", "off").start();
                LoudRoom room = new LoudRoom(server.address(), lengths(attack))) {
            Vitals vitals = server.vitals();
            room.talk(STEP);
            int descriptors = vitals.descriptors();
            room.letIn(attack.rounds(), false);
            room.talk(said - LESS);
            long stopped = System.nanoTime();
            int waited = vitals.descriptors() - descriptors;
            Waiting.within(GONE_WITHIN, () -> vitals.descriptors() <= descriptors);
            int left = vitals.descriptors() - descriptors;
            double seconds = (System.nanoTime() - stopped) / 1e9;
            findings.check(
                    waited > 0 && left == 0, "of %d with a part waiting %d left after %.1f s", waited, left, seconds);
        }
    }

    private static IntSupplier lengths(Attack attack) {
        Random random = attack.random(0);
        return () -> 1 + random.nextInt(LONGEST);
    }

    private static long memory(Vitals vitals) throws Exception {
        return vitals.heap() + vitals.direct();
    }
}
