package jim.reliability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jim.protocol.Frame;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Status;
import jim.reliability.host.ServerProcess;
import jim.testkit.Verdict.Accepted;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;

/** Races for names, forged senders, requests of people who have not logged in, and passwords that are guessed. */
final class LoginsPromise implements Promise {
    private static final int RACERS = 20;
    private static final int FORGED_EACH_ROUND = 100;
    private static final int NAMES = 12;
    /** The server allows five a minute for each name. */
    private static final int GUESSES = 5;

    private static final double MOST_MILLIS = 5;

    @Override
    public String name() {
        return "logins";
    }

    @Override
    public String sentence() {
        return "One of those who race for a name gets it; nobody speaks in another's name, or before the login; and a wrong"
                + " name cannot be told from a wrong password.";
    }

    @Override
    public int rounds() {
        return 100;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Findings findings = new Findings();
        try (ServerProcess server = attack.server("--limits", "off").start()) {
            race(server, attack.rounds(), findings);
            speakBeforeLogin(server, findings);
            forge(server, FORGED_EACH_ROUND * attack.rounds(), findings);
            for (int i = 0; i < NAMES; i++) {
                register(server, "member" + i);
            }
        }
        try (ServerProcess server =
                attack.server("--limits", "off", "--accounts", "closed").start()) {
            guess(server, findings);
        }
        return findings.verdict();
    }

    private static void race(ServerProcess server, int names, Findings findings) throws Exception {
        int fair = 0;
        for (int i = 0; i < names; i++) {
            fair += winners(server, "prize" + i) == 1 ? 1 : 0;
        }
        findings.check(fair == names, "%d of %d names went to one of %d", fair, names, RACERS);
    }

    /** How many get {@code name} of those who ask for it at the same moment. */
    private static int winners(ServerProcess server, String name) throws Exception {
        AtomicInteger winners = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(RACERS);
        CountDownLatch done = new CountDownLatch(RACERS);
        try (Together people = new Together()) {
            for (int i = 0; i < RACERS; i++) {
                people.start(() -> {
                    try (Guest guest = Guest.at(server.address())) {
                        ready.countDown();
                        ready.await();
                        if (guest.ask(new Presence(name)).isGood()) {
                            winners.incrementAndGet();
                        }
                        done.countDown();
                        done.await(); // The winner holds the name until all have asked.
                    }
                });
            }
            people.await();
        }
        return winners.get();
    }

    private static void speakBeforeLogin(ServerProcess server, Findings findings) throws IOException {
        List<String> served = new ArrayList<>();
        int tried = 0;
        for (WireExample example : WireExamples.requests()) {
            if (example.verdict() instanceof Accepted accepted && needsLogin(accepted.message())) {
                tried++;
                try (Guest guest = Guest.at(server.address())) {
                    if (guest.say(example.wire()).answer().isGood()) {
                        served.add(example.name());
                    }
                }
            }
        }
        findings.check(
                served.isEmpty(), "%d requests before a login, served: %s", tried, served.isEmpty() ? "0" : served);
    }

    private static boolean needsLogin(JimMessage message) {
        return !(message instanceof Presence || message instanceof Authenticate || message instanceof Quit);
    }

    private static void forge(ServerProcess server, int count, Findings findings) throws IOException {
        Forger forger = new Forger(server.address());
        int refused = forger.forge(count);
        int seen = forger.seen();
        findings.check(seen == 0 && refused == forger.answerable(), "%,d forged senders, %d seen", count, seen);
    }

    private static void register(ServerProcess server, String name) throws IOException {
        try (Guest guest = Guest.at(server.address())) {
            int code = guest.ask(new Authenticate(name, "the right one", null)).code();
            if (code != Status.CREATED.code()) {
                throw new AssertionError(name + " cannot register: " + code);
            }
        }
    }

    /** Each guess at a password beside one at a name, so that what slows the machine down slows both. */
    private static void guess(ServerProcess server, Findings findings) throws IOException {
        Latencies wrong = new Latencies();
        Latencies unknown = new Latencies();
        Latencies longer = new Latencies();
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < GUESSES; i++) {
            for (int j = 0; j < NAMES; j++) {
                long one = guess(server, "member" + j, answers, wrong);
                long other = guess(server, "nobody" + j, answers, unknown);
                longer.add(one - other);
            }
        }
        findings.check(answers.size() == 1, "wrong passwords and unknown names: %d different answers", answers.size())
                .check(
                        Math.abs(longer.millis(0.5)) <= MOST_MILLIS,
                        "medians of %d %.1f and %.1f ms, median of the differences %.1f ms",
                        longer.count(),
                        wrong.millis(0.5),
                        unknown.millis(0.5),
                        longer.millis(0.5));
    }

    /** How long it took. What is noted of the answer are its bytes, but for its time. */
    private static long guess(ServerProcess server, String name, Set<String> answers, Latencies times)
            throws IOException {
        try (Guest guest = Guest.at(server.address())) {
            long start = System.nanoTime();
            Frame answer = guest.say(new Authenticate(name, "a wrong one", null))
                    .peer()
                    .awaitFrame();
            long took = System.nanoTime() - start;
            times.add(took);
            answers.add(answer.text(0, answer.length()).replaceFirst("\"time\":[0-9.]+", "\"time\":0"));
            return took;
        }
    }
}
