package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Response;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import jim.testkit.Verdict;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocol, section 1: what comes on the wire, however it comes, and what becomes of it. */
@Timeout(30)
class BadInputTest {
    private static final Frame PRESENCE_AND_PROBE =
            Frame.of((presence("zed") + " {'action':'probe'}\n").replace('\'', '"'));

    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    static List<WireExample> requests() {
        return WireExamples.requests();
    }

    static List<WireExample> contentFaults() {
        return WireExamples.contentFaults();
    }

    static List<WireExample> notJson() {
        return WireExamples.notJson();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsUnderstood(WireExample example) throws IOException {
        Visitor stranger = messenger.visitor();
        Response answer = stranger.peer().send(example.wire()).awaitAnswer();
        JimMessage message = ((Verdict.Accepted) example.verdict()).message();
        assertThat(answer.code()).as(answer.text()).isEqualTo(codeBeforeTheLogin(message));
        if (message instanceof Quit) {
            stranger.peer().awaitEnd();
        } else {
            assertThat(stranger.ask("{'action':'probe'}").code()).isEqualTo(400);
        }
    }

    private static int codeBeforeTheLogin(JimMessage message) {
        if (message instanceof Presence || message instanceof Quit) {
            return 200;
        }
        if (message instanceof Authenticate) {
            return 201;
        }
        boolean unserved = message instanceof Delivered || message instanceof Probe;
        return unserved ? 400 : 401;
    }

    @ParameterizedTest
    @MethodSource("contentFaults")
    void aFaultInTheContentIsAnsweredAndTheConnectionLivesOn(WireExample example) throws IOException {
        Visitor stranger = messenger.visitor();
        Response answer = stranger.peer().send(example.wire()).awaitAnswer();
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.text()).contains(((Verdict.Stays) example.verdict()).says());
        stranger.login("ann");
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void whatIsNoObjectIsAnsweredAndEndsTheConnection(WireExample example) throws IOException {
        ScriptedPeer stranger = messenger.visitor().peer();
        List<Response> answers =
                stranger.send(PRESENCE_AND_PROBE, example.wire()).awaitAnswersUntilEnd();
        assertThat(answers).hasSizeBetween(3, 4);
        assertThat(answers.get(0).text()).isEqualTo("welcome, zed");
        assertThat(answers.get(1).text()).startsWith("this server does not serve");
        Response last = answers.get(answers.size() - 1);
        assertThat(last.code()).isEqualTo(400);
        assertThat(last.text()).contains(((Verdict.Closes) example.verdict()).says());
    }

    @Test
    void nothingIsServedAfterWhatIsNoObject() throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor ann = messenger.visitor("ann");
        ann.say("!" + msg("bob", "ann", "hi"));
        assertThat(ann.peer().awaitAnswersUntilEnd()).hasSize(1);
        messenger.visitor().loginWhenFree("ann");
        bob.expectNothing();
    }

    @Test
    void onePieceForEachByteMakesNoDifference() throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor ann = messenger.visitor();
        String all = presence("ann") + msg("bob", "ann", "привет, \ud834\udd1e") + "{'action':'quit'}";
        ann.peer().send(Pieces.oneByOne(Frame.of(all.replace('\'', '"')).toByteArray()));
        assertThat(ann.peer().awaitAnswersUntilEnd())
                .extracting(Response::text)
                .containsExactly("welcome, ann", "delivered", "goodbye");
        assertThat(bob.hearsMessage()).isEqualTo("ann: привет, \ud834\udd1e");
    }

    @Test
    void tenObjectsInOneWriteAreServedInTheirOrder() throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor ann = messenger.visitor();
        StringBuilder all = new StringBuilder(presence("ann"));
        for (int i = 0; i < 8; i++) {
            all.append(msg(i == 5 ? "zoe" : "bob", "ann", "text " + i));
        }
        ann.say(all.append("{'action':'quit'}").toString());
        assertThat(ann.peer().awaitAnswersUntilEnd())
                .extracting(Response::code)
                .containsExactly(200, 200, 200, 200, 200, 200, 404, 200, 200, 200);
        for (int i : new int[] {0, 1, 2, 3, 4, 6, 7}) {
            assertThat(bob.hearsMessage()).isEqualTo("ann: text " + i);
        }
    }

    @Test
    void badInputOfOneDisturbsNoOther() throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor bob = messenger.visitor("bob");
        List<WireExample> rows = new ArrayList<>(WireExamples.notJson());
        rows.addAll(WireExamples.contentFaults());
        for (WireExample row : rows) {
            Visitor bad = messenger.visitor();
            bad.peer().send(row.wire());
            assertThat(ann.ask(msg("bob", "ann", row.name().replace("'", ""))).code())
                    .isEqualTo(200);
            assertThat(bob.hearsMessage()).isEqualTo("ann: " + row.name().replace("'", ""));
            bad.close();
        }
    }

    @Test
    void halfAnObjectAtTheEndIsNoRequest() throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor ann = messenger.visitor("ann");
        ann.say(msg("bob", "ann", "hi").replace("}", ""));
        ann.peer().endOutput().awaitEnd();
        messenger.visitor().loginWhenFree("ann");
        bob.expectNothing();
    }

    @Test
    void anIdThatIsTooLongIsNotRepeated() throws IOException {
        String id = String.join("", Collections.nCopies(8_100, "i"));
        assertThat(messenger.visitor().ask("{'action':'who','id':'" + id + "'}").more())
                .isEmpty();
    }
}
