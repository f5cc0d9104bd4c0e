package jim.messenger.server;

import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.logging.LogFile;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protocol, sections 3 and 4: who is asked for a sign of life, and what becomes of those who give none. */
@Timeout(30)
class ProbeTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static RunningMessenger messenger(Duration idle, Duration probe, Duration holder) throws IOException {
        Patience usual = Patience.USUAL;
        return new RunningMessenger(
                LogFile.none(),
                MessengerOptions.USUAL.withPatience(new Patience(
                        usual.login(), idle, probe, holder, usual.ack(), usual.read(), Duration.ofMillis(10))));
    }

    /** A messenger that probes whoever is silent. */
    private static RunningMessenger probing(Duration probe) throws IOException {
        return messenger(SHORT, probe, LONG);
    }

    /** A messenger that probes holders of names that others want. */
    private static RunningMessenger waiting(Duration holder) throws IOException {
        return messenger(LONG, LONG, holder);
    }

    private static void assertIsProbed(Visitor visitor) throws IOException {
        assertThat(visitor.hears().get("action").getAsString()).isEqualTo("probe");
    }

    @Test
    void whoIsSilentIsProbedAndStaysAsLongAsItAnswers() throws IOException {
        try (RunningMessenger messenger = probing(LONG)) {
            Visitor ann = messenger.visitor("ann");
            for (int i = 0; i < 3; i++) {
                ann.showsLifeAs("ann");
            }
        }
    }

    @Test
    void whoAnswersNoProbeIsClosed() throws IOException {
        try (RunningMessenger messenger = probing(SHORT)) {
            Visitor ann = messenger.visitor("ann");
            assertIsProbed(ann);
            ann.peer().awaitEnd();
            messenger.visitor("ann");
        }
    }

    @Test
    void aProbeIsAnsweredWithAnything() throws IOException {
        try (RunningMessenger messenger = probing(SHORT)) {
            Visitor ann = messenger.visitor("ann");
            assertIsProbed(ann);
            assertThat(ann.ask("{'action':'dance'}").code()).isEqualTo(400);
            assertIsProbed(ann);
            ann.peer().awaitEnd();
        }
    }

    @Test
    void theCoursesClientsAreNeverProbed() throws IOException {
        try (RunningMessenger messenger = probing(SHORT)) {
            Visitor course = messenger.visitor().say(presence("course", "'time':1"));
            assertThat(course.answer().code()).isEqualTo(200);
            Visitor ann = messenger.visitor("ann");
            assertIsProbed(ann);
            ann.peer().awaitEnd();
            course.expectNothing();
        }
    }

    @Test
    void theNameOfALiveHolderIsRefused() throws IOException {
        try (RunningMessenger messenger = waiting(LONG)) {
            Visitor holder = messenger.visitor("ann");
            Visitor newcomer = messenger.visitor().say(presence("ann"));
            holder.showsLifeAs("ann");
            assertThat(newcomer.answer().code()).isEqualTo(409);
            holder.expectNothing();
        }
    }

    @Test
    void aHolderThatAnswersNoProbeIsReplaced() throws IOException {
        try (RunningMessenger messenger = waiting(SHORT)) {
            Visitor holder = messenger.visitor("ann");
            messenger.visitor("ann").expectNothing();
            assertIsProbed(holder);
            holder.peer().awaitEnd();
        }
    }

    @Test
    void aHolderThatAnswersWithAQuitGivesTheNameToWhoWaits() throws IOException {
        try (RunningMessenger messenger = waiting(LONG)) {
            Visitor holder = messenger.visitor("ann");
            Visitor newcomer = messenger.visitor().say(presence("ann"));
            assertIsProbed(holder);
            holder.say("{'action':'quit'}");
            assertThat(newcomer.answer().text()).isEqualTo("welcome, ann");
            newcomer.expectNothing();
        }
    }

    @Test
    void aHolderThatHangsUpGivesTheNameToWhoWaits() throws IOException {
        try (RunningMessenger messenger = waiting(LONG)) {
            Visitor holder = messenger.visitor("ann");
            Visitor newcomer = messenger.visitor().say(presence("ann"));
            assertIsProbed(holder);
            holder.close();
            assertThat(newcomer.answer().text()).isEqualTo("welcome, ann");
        }
    }

    @Test
    void whoHangsUpWhileWaitingForANameDoesNotKeepIt() throws IOException {
        try (RunningMessenger messenger = waiting(SHORT)) {
            Visitor bob = messenger.visitor("bob");
            Visitor holder = messenger.visitor("ann");
            Visitor newcomer = messenger.visitor().say(presence("ann"));
            newcomer.peer().endOutput();
            assertThat(newcomer.peer().awaitAnswersUntilEnd())
                    .extracting(Response::text)
                    .containsExactly("welcome, ann");
            holder.peer().awaitFramesUntilEnd();
            awaitAlone(bob);
        }
    }

    private static void awaitAlone(Visitor bob) throws IOException {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        List<String> online = bob.ask("{'action':'who'}").texts("users");
        while (online.size() > 1 && System.nanoTime() < deadline) {
            online = bob.ask("{'action':'who'}").texts("users");
        }
        assertThat(online).containsExactly("bob");
    }

    @Test
    void ofTwentyWhoWantTheNameOfADeadHolderExactlyOneGetsIt() throws IOException {
        try (RunningMessenger messenger = waiting(SHORT)) {
            messenger.visitor("ann");
            List<Visitor> newcomers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                newcomers.add(messenger.visitor().say(presence("ann")));
            }
            List<Integer> codes = new ArrayList<>();
            for (Visitor newcomer : newcomers) {
                codes.add(newcomer.answer().code());
            }
            assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
            assertThat(codes).filteredOn(code -> code == 409).hasSize(19);
        }
    }

    @Test
    void theProtocolsPatience() {
        assertThat(Patience.USUAL.idle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(Patience.USUAL.probe()).isEqualTo(Duration.ofSeconds(60));
        assertThat(Patience.USUAL.holder()).isEqualTo(Duration.ofSeconds(3));
        assertThat(Patience.USUAL.ack()).isEqualTo(Duration.ofSeconds(30));
    }
}
