package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jim.logging.LogFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 5: what a client acknowledges, and what becomes of what it does not. */
@Timeout(30)
class AcknowledgementTest {
    private static final String ACK = "'ext':['id','ack']";

    private RunningMessenger messenger;
    private Visitor ann;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann", "'ext':['id']");
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private static RunningMessenger impatient(Duration ack) throws IOException {
        Patience usual = Patience.USUAL;
        return new RunningMessenger(
                LogFile.none(),
                MessengerOptions.USUAL.withPatience(new Patience(
                        usual.login(),
                        usual.idle(),
                        usual.probe(),
                        usual.holder(),
                        ack,
                        usual.read(),
                        Duration.ofMillis(1))));
    }

    private static String ack(long seq) {
        return "{'action':'ack','seq':" + seq + "}";
    }

    private void write(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            assertThat(ann.ask(msg("bob", "ann", "m" + i)).code()).isIn(200, 202);
        }
    }

    private static void assertHears(Visitor reader, int... seqs) throws IOException {
        for (int seq : seqs) {
            JsonObject heard = reader.hears();
            assertThat(heard.get("seq").getAsInt()).as(heard.toString()).isEqualTo(seq);
            assertThat(heard.get("message").getAsString()).isEqualTo("m" + seq);
        }
    }

    @Test
    void whatWasNotAcknowledgedComesAgainAtTheNextLogin() throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        write(4);
        assertHears(bob, 1, 2, 3, 4);
        assertThat(bob.ask(ack(2)).code()).isEqualTo(200);
        bob.quit();
        Visitor again = messenger.visitor("bob", ACK);
        assertHears(again, 3, 4);
        assertThat(again.ask(ack(4)).code()).isEqualTo(200);
        again.quit();
        messenger.visitor("bob", ACK).expectNothing();
    }

    @Test
    void whatComesAgainHasTheSameId() throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        Object id = ann.ask(msg("bob", "ann", "hi")).more().get("id");
        assertThat(bob.hears().get("id").getAsString()).isEqualTo(id);
        bob.quit();
        assertThat(messenger.visitor("bob", ACK).hears().get("id").getAsString())
                .isEqualTo(id);
    }

    @Test
    void anOlderAcknowledgementChangesNothing() throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        write(3);
        assertHears(bob, 1, 2, 3);
        assertThat(bob.ask(ack(3)).code()).isEqualTo(200);
        assertThat(bob.ask(ack(1)).code()).isEqualTo(200);
        assertThat(bob.ask(ack(0)).code()).isEqualTo(200);
        bob.quit();
        messenger.visitor("bob", ACK).expectNothing();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 1_000, Long.MAX_VALUE})
    void whatWasNeverSentCannotBeAcknowledged(long seq) throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        assertThat(bob.ask(ack(1)).code()).isEqualTo(400);
        write(3);
        assertHears(bob, 1, 2, 3);
        assertThat(bob.ask(ack(seq)).text()).startsWith("field 'seq': expected at most");
        bob.quit();
        assertHears(messenger.visitor("bob", ACK), 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 4", "4, 5", "5, 6", "6, 1", "99, 1"})
    void aLoginGoesOnBehindWhatItSaysItHas(long after, int first) throws IOException {
        messenger.visitor("bob", ACK).quit();
        write(5);
        Visitor bob = messenger.visitor("bob", ACK + ",'after':" + after);
        assertHears(bob, IntStream.rangeClosed(first, 5).toArray());
        bob.expectNothing();
    }

    @Test
    void whatALoginSaysItHasCanBeAcknowledgedOverThatConnection() throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        write(3);
        assertHears(bob, 1, 2, 3);
        bob.quit();
        Visitor again = messenger.visitor("bob", ACK + ",'after':3");
        assertThat(again.ask(ack(3)).code()).isEqualTo(200);
        assertThat(again.ask(ack(4)).code()).isEqualTo(400);
        again.quit();
        messenger.visitor("bob", ACK).expectNothing();
    }

    @Test
    void whatWasNotAcknowledgedInTimeComesAgain() throws IOException {
        try (RunningMessenger impatient = impatient(Duration.ofMillis(100))) {
            Visitor eve = impatient.visitor("eve");
            Visitor bob = impatient.visitor("bob", ACK);
            eve.ask(msg("bob", "eve", "one"));
            eve.ask(msg("bob", "eve", "two"));
            JsonObject first = bob.hears();
            JsonObject second = bob.hears();
            assertThat(bob.hears()).isEqualTo(first);
            assertThat(bob.hears()).isEqualTo(second);
            bob.say(ack(1));
            while (!bob.hears().has("response")) {
                assertThat(eve.ask("{'action':'who'}").code()).isEqualTo(200);
            }
            assertThat(bob.hears()).isEqualTo(second);
        }
    }

    @Test
    void whatComesAgainInTimeBeginsBehindWhatTheLoginSaidItHas() throws IOException {
        try (RunningMessenger impatient = impatient(Duration.ofMillis(100))) {
            Visitor eve = impatient.visitor("eve");
            impatient.visitor("bob").quit();
            for (int i = 1; i <= 3; i++) {
                eve.ask(msg("bob", "eve", "m" + i));
            }
            Visitor bob = impatient.visitor("bob", ACK + ",'after':2");
            assertHears(bob, 3, 3, 3);
        }
    }

    /** The store is read anew while the acknowledgement comes. */
    @Test
    void anAcknowledgementThatMeetsARepetitionIsNotForgotten() throws IOException {
        try (RunningMessenger impatient = impatient(Duration.ofNanos(1))) {
            Visitor eve = impatient.visitor("eve", "'ext':[]");
            for (int round = 1; round <= 300; round++) {
                Visitor bob = impatient.visitor("bob", ACK);
                eve.ask(msg("bob", "eve", "round " + round));
                assertThat(hearsSeq(bob)).isEqualTo(round);
                bob.say(ack(round));
                bob.quit();
            }
            impatient.visitor("bob", ACK).expectNothing();
        }
    }

    private static int hearsSeq(Visitor bob) throws IOException {
        return bob.hears().get("seq").getAsInt();
    }

    @Test
    void aSenderWhoAsksIsToldOnceWhenTheMessageHasArrived() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        Visitor bob = messenger.visitor("bob", ACK);
        Object one = eve.ask(msg("bob", "eve", "m1")).more().get("id");
        Object two = eve.ask(msg("bob", "eve", "m2")).more().get("id");
        assertHears(bob, 1, 2);
        eve.expectNothing();
        bob.ask(ack(2));
        assertIsDelivered(eve, one);
        assertIsDelivered(eve, two);
        bob.ask(ack(2));
        eve.expectNothing();
    }

    @Test
    void aSenderIsToldOfWhatWasKeptForTheRecipientToo() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        messenger.visitor("bob", ACK).quit();
        Object id = eve.ask(msg("bob", "eve", "m1")).more().get("id");
        Visitor first = messenger.visitor("bob", ACK);
        assertHears(first, 1);
        first.quit();
        Visitor bob = messenger.visitor("bob", ACK);
        assertHears(bob, 1);
        eve.expectNothing();
        bob.ask(ack(1));
        assertIsDelivered(eve, id);
        eve.expectNothing();
    }

    @Test
    void aSenderIsToldOfWhatALoginSaysItHas() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        Visitor first = messenger.visitor("bob", ACK);
        List<Object> ids = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            ids.add(eve.ask(msg("bob", "eve", "m" + i)).more().get("id"));
            assertHears(first, i);
        }
        first.ask(ack(1));
        assertIsDelivered(eve, ids.get(0));
        first.quit();
        Visitor bob = messenger.visitor("bob", ACK + ",'after':38");
        assertHears(bob, 39, 40);
        for (int i = 1; i < 38; i++) {
            assertIsDelivered(eve, ids.get(i));
        }
        eve.expectNothing();
        bob.ask(ack(40));
        assertIsDelivered(eve, ids.get(38));
        assertIsDelivered(eve, ids.get(39));
        eve.expectNothing();
    }

    private static void assertIsDelivered(Visitor sender, Object id) throws IOException {
        JsonObject heard = sender.hears();
        assertThat(heard.get("action").getAsString()).isEqualTo("delivered");
        assertThat(heard.get("id").getAsString()).isEqualTo(id);
    }

    @Test
    void aMessageHasArrivedWhenItWasSentToWhoDoesNotAcknowledge() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        messenger.visitor("bob", "'ext':[]");
        eve.say(msg("bob", "eve", "hi"));
        List<JsonObject> heard = new ArrayList<>(List.of(eve.hears(), eve.hears()));
        heard.sort(Comparator.comparing(object -> object.has("response")));
        assertThat(heard.get(0).get("action").getAsString()).isEqualTo("delivered");
        assertThat(heard.get(0).get("id")).isEqualTo(heard.get(1).get("id"));
        eve.expectNothing();
    }

    @Test
    void whoHasNotAskedIsNotTold() throws IOException {
        Visitor bob = messenger.visitor("bob", ACK);
        write(1);
        assertHears(bob, 1);
        bob.ask(ack(1));
        ann.expectNothing();
    }

    @Test
    void whatIsSaidInARoomIsNotReported() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        Visitor bob = messenger.visitor("bob", ACK);
        eve.ask("{'action':'join','room':'#java'}");
        bob.ask("{'action':'join','room':'#java'}");
        eve.ask(msg("#java", "eve", "m1"));
        assertHears(bob, 1);
        bob.ask(ack(1));
        eve.expectNothing();
    }

    @Test
    void whoAskedOverAnEarlierConnectionIsNotTold() throws IOException {
        Visitor eve = messenger.visitor("eve", ACK);
        Visitor bob = messenger.visitor("bob", ACK);
        eve.ask(msg("bob", "eve", "m1"));
        assertHears(bob, 1);
        eve.quit();
        Visitor plain = messenger.visitor("eve");
        bob.ask(ack(1));
        plain.expectNothing();
    }

    @Test
    void aSenderWhoWasAwayWhileTheMessageWasHandedOverIsTold() throws IOException {
        messenger.visitor("bob", ACK).quit();
        Visitor eve = messenger.visitor("eve", ACK);
        Object id = eve.ask(msg("bob", "eve", "m1")).more().get("id");
        eve.quit();
        Visitor bob = messenger.visitor("bob", ACK);
        assertHears(bob, 1);
        Visitor back = messenger.visitor("eve", ACK);
        bob.ask(ack(1));
        assertIsDelivered(back, id);
    }
}
