package jim.reliability;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jim.protocol.Frame;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.reliability.host.ServerProcess;
import jim.reliability.host.Vitals;

/** People come and drop in every way there is; when all have gone, the server holds what it held before. */
final class ChurnPromise implements Promise {
    private static final int THREADS = 8;
    private static final int WARM_UP = 500;
    private static final Duration SETTLES = Duration.ofSeconds(15);
    private static final long DIRECT_SLACK = 64 * 1_024;
    private static final Frame HALF = Frame.of("{\"action\":\"presence\",\"user\":");
    private static final Frame NO_JSON = Frame.of("GET / HTTP/1.1\r\n\r\n");

    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String sentence() {
        return "When all who came have dropped, descriptors, threads and direct memory are back to where they were.";
    }

    @Override
    public int rounds() {
        return 10_000;
    }

    /** A way to come and drop. */
    private interface Way {
        void go(Guest guest, String name) throws IOException;
    }

    private static final List<Way> WAYS = List.of(
            (guest, name) -> guest.close(),
            (guest, name) -> guest.peer().reset(),
            (guest, name) -> guest.say(HALF).close(),
            (guest, name) -> guest.say(HALF).peer().reset(),
            (guest, name) -> guest.say(NO_JSON).peer().awaitFramesUntilEnd(),
            (guest, name) -> guest.ask(new Presence(name)),
            (guest, name) -> {
                guest.ask(new Presence(name));
                guest.peer().reset();
            },
            (guest, name) -> guest.say(new Presence(name)).peer().reset(),
            (guest, name) -> {
                guest.ask(new Presence(name));
                guest.say(new Quit()).peer().awaitFramesUntilEnd();
            });

    @Override
    public Verdict keep(Attack attack) throws Exception {
        try (ServerProcess server =
                attack.server("--limits", "off").onJvm(Vitals.COUNT_MEMORY).start()) {
            Vitals vitals = server.vitals();
            vitals.direct(); // To be asked for the first time costs a server a descriptor.
            int silent = vitals.descriptors();
            churn(server, attack.random(0), WARM_UP);
            Waiting.within(SETTLES, () -> vitals.descriptors() <= silent);
            Holdings before = Holdings.of(vitals);
            churn(server, attack.random(1), attack.rounds());
            Waiting.within(SETTLES, () -> Holdings.of(vitals).isNoMoreThan(before));
            Holdings after = Holdings.of(vitals);
            return new Findings()
                    .part(Text.of("%,d came and dropped", attack.rounds()))
                    .check(
                            after.descriptors <= before.descriptors,
                            "%s descriptors",
                            change(before.descriptors, after.descriptors))
                    .check(after.threadsWithin(before), "%s threads", change(before.count(), after.count()))
                    .check(
                            after.direct <= before.direct + DIRECT_SLACK,
                            "%s KiB of direct memory",
                            change(before.direct / 1_024, after.direct / 1_024))
                    .verdict();
        }
    }

    private static String change(long before, long after) {
        return before + " then " + after;
    }

    private static void churn(ServerProcess server, Random random, int count) throws Exception {
        try (Together people = new Together()) {
            for (int i = 0; i < THREADS; i++) {
                Random own = new Random(random.nextLong());
                String name = "guest" + i + "-";
                int share = count / THREADS;
                people.start(() -> {
                    for (int j = 0; j < share; j++) {
                        try (Guest guest = Guest.at(server.address())) {
                            WAYS.get(own.nextInt(WAYS.size())).go(guest, name + j % 100);
                        }
                    }
                });
            }
            people.await();
        }
    }

    private record Holdings(int descriptors, Map<String, Integer> threads, long direct) {
        static Holdings of(Vitals vitals) throws IOException, InterruptedException {
            return new Holdings(vitals.descriptors(), vitals.threads(), vitals.direct());
        }

        boolean isNoMoreThan(Holdings other) {
            return descriptors <= other.descriptors && threadsWithin(other) && direct <= other.direct + DIRECT_SLACK;
        }

        boolean threadsWithin(Holdings other) {
            return threads.entrySet().stream()
                    .allMatch(one -> one.getValue() <= other.threads.getOrDefault(one.getKey(), 0));
        }

        int count() {
            return threads.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
