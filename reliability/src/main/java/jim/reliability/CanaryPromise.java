package jim.reliability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import jim.protocol.Frame;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;
import jim.reliability.host.Faults;
import jim.reliability.host.Launch;
import jim.reliability.host.ServerProcess;

/** A word that stands wherever a password or a text may stand, and that must stand nowhere in what the server writes. */
final class CanaryPromise implements Promise {
    private static final String ROOM = "#aviary";
    private static final Frame HISTORY = Frame.of("{\"action\":\"history\",\"with\":\"keeper\"}");

    @Override
    public String name() {
        return "canary";
    }

    @Override
    public String sentence() {
        return "No password and no text of a message is ever printed or logged, whatever goes wrong.";
    }

    @Override
    public int rounds() {
        return 300;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Random random = attack.random(0);
        String canary = "canary" + Long.toString(random.nextLong() >>> 8, Character.MAX_RADIX);
        Findings findings = new Findings();
        Optional<Faults> system = Faults.in(attack.folder());
        Launch launch = attack.server("--limits", "off", "--log-actions");
        try (ServerProcess server =
                system.map(faults -> faults.around(launch)).orElse(launch).start()) {
            int good = speak(server, canary);
            int bad = speakBadly(server, canary, random, attack.rounds());
            if (system.isPresent()) {
                bad += speakIntoTheVoid(server, canary, system.get());
            } else {
                findings.notTried("a failing disk", "it needs Linux and a C compiler, cc");
            }
            Writings writings = Writings.of(server);
            List<String> found = writings.lines(Pattern.quote(canary));
            return findings.check(
                            found.isEmpty(),
                            "%d good requests and %d bad ones, in %,d lines %d canaries%s",
                            good,
                            bad,
                            writings.all().size(),
                            found.size(),
                            found.isEmpty() ? "" : ", such as: " + found.get(0))
                    .check(!writings.lines("keeper").isEmpty(), "the log knows who came")
                    .verdict();
        }
    }

    private static int speak(ServerProcess server, String canary) throws IOException {
        try (Guest keeper = Guest.at(server.address())) {
            List<JimMessage> all = List.of(
                    new Authenticate("keeper", canary, List.of("id", "hist")),
                    new Join(ROOM),
                    new Msg("keeper", "keeper", canary),
                    new Msg(ROOM, "keeper", canary),
                    new Msg("#all", "keeper", canary));
            for (JimMessage one : all) {
                checkGood(keeper.ask(one));
            }
            checkGood(keeper.say(HISTORY).answer());
            return all.size() + 1;
        }
    }

    private static void checkGood(Response answer) {
        if (!answer.isGood()) {
            throw new AssertionError("refused: " + answer);
        }
    }

    private static int speakBadly(ServerProcess server, String canary, Random random, int mutants) throws IOException {
        List<Frame> bad = new ArrayList<>(BadRequests.with(canary));
        for (int i = 0; i < mutants; i++) {
            byte[] mutant = Mutant.of(bad.get(random.nextInt(BadRequests.COUNT)).toByteArray(), random);
            bad.add(Frame.copyOf(mutant, 0, mutant.length));
        }
        for (Frame frame : bad) {
            for (boolean isLoggedIn : List.of(true, false)) {
                try (Guest guest = Guest.at(server.address())) {
                    if (isLoggedIn) {
                        guest.ask(new Presence("parrot"));
                    }
                    guest.say(frame).peer().endOutput().awaitFramesUntilEnd();
                }
            }
        }
        return 2 * bad.size();
    }

    /** While nothing can be kept. */
    private static int speakIntoTheVoid(ServerProcess server, String canary, Faults faults) throws IOException {
        try (Guest parrot = Guest.at(server.address(), "late-parrot", "id");
                Guest stranger = Guest.at(server.address())) {
            faults.failWrites(Faults.EIO);
            int code = parrot.ask(new Msg("keeper", "late-parrot", canary)).code();
            if (code < 500) {
                throw new AssertionError("kept on a disk that fails: " + code);
            }
            stranger.ask(new Authenticate("late-keeper", canary, null));
            faults.failWrites(0);
            return 2;
        }
    }
}
