package jim.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jim.reliability.host.ServerProcess;

/** Connections on which nobody ever logs in: half of them are silent, half send a login a byte at a time. */
final class HalfOpenPromise implements Promise {
    private static final Duration DRIP = Duration.ofMillis(900);
    private static final Duration MOST = Duration.ofSeconds(35);
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final int LOGIN_MILLIS = 1_000;
    private static final byte[] ENDLESS_LOGIN =
            ("{\"action\":\"presence\",\"user\":{\"account_name\":\"" + "x".repeat(8_000)).getBytes(UTF_8);

    @Override
    public String name() {
        return "halfopen";
    }

    @Override
    public String sentence() {
        return "Whoever does not log in is gone within 35 s, and keeps nobody else from logging in within 1 s.";
    }

    @Override
    public int rounds() {
        return 1_000;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        AtomicLong slowest = new AtomicLong();
        AtomicLong logins = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        try (ServerProcess server = attack.server().start();
                Crowd crowd = new Crowd(server.address());
                Together people = new Together()) {
            people.start(() -> logInAgainAndAgain(server, enough, slowest, logins));
            for (int i = 0; i < attack.rounds(); i++) {
                crowd.add(new byte[0]);
                crowd.add(ENDLESS_LOGIN);
            }
            crowd.hold(PATIENCE, DRIP);
            enough.set(true);
            people.await();
            return new Findings()
                    .check(
                            crowd.left() == 0 && crowd.longest().compareTo(MOST) <= 0,
                            "%,d silent and %,d dripping, the last gone after %.1f s, %d never",
                            attack.rounds(),
                            attack.rounds(),
                            crowd.longest().toMillis() / 1e3,
                            crowd.left())
                    .check(
                            slowest.get() <= LOGIN_MILLIS,
                            "%,d logins meanwhile, the slowest after %d ms",
                            logins.get(),
                            slowest.get())
                    .verdict();
        }
    }

    private static void logInAgainAndAgain(
            ServerProcess server, AtomicBoolean enough, AtomicLong slowest, AtomicLong logins) throws Exception {
        while (!enough.get()) {
            long start = System.nanoTime();
            Guest.at(server.address(), "guest" + logins.incrementAndGet()).close();
            slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
            Thread.sleep(20); // Guests who come one after the other, and no load.
        }
    }
}
