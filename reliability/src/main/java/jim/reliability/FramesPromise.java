package jim.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import jim.protocol.Frame;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Who;
import jim.protocol.JimObject;
import jim.protocol.Response;
import jim.reliability.host.ServerProcess;
import jim.reliability.host.Vitals;

/** Frames that no client should send, each over a connection of its own; before half of them there is a login. */
final class FramesPromise implements Promise {
    private static final int THREADS = 8;
    private static final long MOST_MEMORY = 4L * 1_024 * 1_024;
    /** What has ended is forgotten a little later. */
    private static final Duration SETTLES = Duration.ofSeconds(30);

    private static final int OUR_FAULT = 500;

    @Override
    public String name() {
        return "frames";
    }

    @Override
    public String sentence() {
        return "Whatever bytes come, they are answered or the connection is closed; nothing is thrown, nothing piles up, and"
                + " everybody else is served.";
    }

    @Override
    public int rounds() {
        return 10_000;
    }

    /** What has been seen; for any thread. */
    private static final class Seen {
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        try (ServerProcess server = attack.server("--limits", "off")
                        .onJvm(Vitals.COUNT_MEMORY)
                        .start();
                Guest bystander = Guest.at(server.address(), "bystander")) {
            Vitals vitals = server.vitals();
            Seen seen = new Seen();
            warmUp(attack, server);
            long before = vitals.heap() + vitals.direct();
            send(attack, server, attack.random(1), attack.rounds(), seen);
            Waiting.within(SETTLES, () -> vitals.heap() + vitals.direct() - before <= MOST_MEMORY);
            long more = vitals.heap() + vitals.direct() - before;
            boolean serves = bystander.ask(new Who(null)).isGood();
            List<String> thrown = Writings.of(server).lines("Exception|Error\\b|failed|bug of ours");
            return new Findings()
                    .check(true, "%,d answered, %,d closed without a word", seen.answered.get(), seen.closed.get())
                    .check(thrown.isEmpty(), "%d exceptions in what it wrote%s", thrown.size(), first(thrown))
                    .check(more <= MOST_MEMORY, "%,d KiB more memory", more / 1_024)
                    .check(serves, "serves on")
                    .verdict();
        }
    }

    /** What a server learns once does not count, nor the 19 MiB that it keeps from its first password on. */
    private static void warmUp(Attack attack, ServerProcess server) throws Exception {
        try (Guest guest = Guest.at(server.address())) {
            guest.ask(new Authenticate("keeper", "a password", null));
        }
        send(attack, server, attack.random(0), attack.rounds() / 10, new Seen());
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : ", the first: " + lines.get(0);
    }

    private static void send(Attack attack, ServerProcess server, Random random, int count, Seen seen)
            throws Exception {
        try (Together people = new Together()) {
            for (int i = 0; i < THREADS; i++) {
                Random own = new Random(random.nextLong());
                String name = "guest" + i;
                int share = count / THREADS;
                people.start(() -> {
                    for (int j = 0; j < share; j++) {
                        send(attack, server, own.nextBoolean() ? name : null, Mutant.next(own), seen);
                    }
                });
            }
            people.await();
        }
    }

    private static void send(Attack attack, ServerProcess server, String name, byte[] frame, Seen seen)
            throws IOException {
        try (Guest guest = Guest.at(server.address())) {
            if (name != null) {
                guest.ask(new Presence(name));
            }
            guest.peer().send(List.of(frame)).endOutput();
            List<Frame> heard = guest.peer().awaitFramesUntilEnd();
            heard.stream().map(Guest::object).forEach(FramesPromise::checkIsNotOurFault);
            (heard.isEmpty() ? seen.closed : seen.answered).incrementAndGet();
        } catch (AssertionError e) {
            Path file = attack.folder().resolve("frame");
            Files.write(file, frame);
            throw new AssertionError(e.getMessage() + " after the bytes in " + file, e);
        }
    }

    private static void checkIsNotOurFault(JimObject object) {
        if (object instanceof Response response && response.code() == OUR_FAULT) {
            throw new AssertionError("answered " + response);
        }
    }
}
