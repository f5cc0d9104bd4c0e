package jim.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Who;
import jim.protocol.JimObject;
import jim.reliability.host.Faults;
import jim.reliability.host.Launch;
import jim.reliability.host.ServerProcess;

/** The wall clock of the server jumps an hour back, two forward, and an hour back again, while people talk and listen. */
final class ClockPromise implements Promise {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BETWEEN_JUMPS = Duration.ofSeconds(4);
    private static final int TALKERS = 4;
    private static final int SILENT = 50;
    private static final String END = "end";

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String sentence() {
        return "When the clock jumps, nobody is disconnected, and the ids of messages stay unique and in order.";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Findings findings = new Findings();
        Optional<Faults> system = Faults.in(attack.folder());
        if (system.isEmpty()) {
            return findings.notTried("another clock", "it needs Linux and a C compiler, cc")
                    .verdict();
        }
        Faults faults = system.get();
        Launch launch = faults.around(attack.server("--limits", "off"));
        Identifiers ids = new Identifiers();
        AtomicInteger lost = new AtomicInteger();
        int jumps = 0;
        for (int i = 0; i < attack.rounds(); i++) {
            jumps += run(launch, faults, List.of(HOUR.negated(), HOUR, Duration.ZERO), ids, lost);
            faults.moveClock(HOUR.negated()); // The next server starts in what was the past for this one.
            jumps += run(launch, faults, List.of(Duration.ZERO), ids, lost);
        }
        return findings.check(ids.sawTheJumps(), "%d jumps", jumps)
                .check(lost.get() == 0, "%d of %d people disconnected", lost.get(), SILENT + TALKERS + 1)
                .check(ids.isOrdered(), "%s", ids)
                .verdict();
    }

    /** Everybody meets, the clock jumps again and again; how often. */
    private static int run(Launch launch, Faults faults, List<Duration> jumps, Identifiers ids, AtomicInteger lost)
            throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Guest> silent = new ArrayList<>();
        try (ServerProcess server = launch.start();
                Together people = new Together()) {
            for (int i = 0; i < SILENT; i++) {
                silent.add(Guest.at(server.address(), "silent" + i, "id"));
            }
            Guest listener = Guest.at(server.address(), "listener", "id");
            people.start(() -> lost.addAndGet(listen(listener, ids) ? 0 : 1));
            for (int i = 0; i < TALKERS; i++) {
                Guest talker = Guest.at(server.address(), "talker" + i, "id");
                String name = "talker" + i;
                people.start(() -> {
                    while (!enough.get()) {
                        talker.ask(new Msg("listener", name, "hello"));
                    }
                });
            }
            for (Duration jump : jumps) {
                Thread.sleep(BETWEEN_JUMPS.toMillis()); // The server's timers are to notice.
                faults.moveClock(jump);
            }
            Thread.sleep(BETWEEN_JUMPS.toMillis());
            enough.set(true);
            Guest.at(server.address(), "last", "id").ask(new Msg("listener", "last", END));
            people.await();
            lost.addAndGet((int) silent.stream().filter(ClockPromise::isGone).count());
        }
        return jumps.size();
    }

    /** Listens until the end is said; false when the connection ends before. */
    private static boolean listen(Guest listener, Identifiers ids) throws Exception {
        Optional<JimObject> heard = listener.hearOrEnd();
        while (heard.isPresent()) {
            if (heard.get() instanceof Msg msg) {
                ids.add(msg);
                if (msg.text().equals(END)) {
                    return true;
                }
            }
            heard = listener.hearOrEnd();
        }
        return false;
    }

    private static boolean isGone(Guest guest) {
        try {
            return !guest.ask(new Who(null)).isGood();
        } catch (java.io.IOException | AssertionError e) {
            return true;
        }
    }
}
