package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 1: what was asked before the end is served and answered, in order. */
@Timeout(30)
class HalfCloseTest {
    private static final int ROUNDS = 30;

    private RunningMessenger messenger;
    private Visitor bob;
    private Visitor ann;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        bob = messenger.visitor("bob", "'ext':[]");
        ann = messenger.visitor();
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    /** A login, and much of which some is answered at once and some later. */
    private static String everything() {
        StringBuilder all = new StringBuilder(presence("ann", "'ext':['hist']"));
        all.append("{'action':'join','room':'#java'}");
        for (int i = 0; i < ROUNDS; i++) {
            all.append(msg("bob", "ann", "m" + i).replace("{", "{'cid':" + 3 * i + ","));
            all.append("{'action':'history','with':'bob','cid':" + (3 * i + 1) + "}");
            all.append("{'action':'who','cid':" + (3 * i + 2) + "}");
        }
        return all.toString();
    }

    private static void assertAllIsAnswered(List<Response> answers) {
        assertThat(answers).extracting(Response::code).containsOnly(200);
        assertThat(answers.get(0).text()).isEqualTo("welcome, ann");
        assertThat(answers.get(1).text()).isEqualTo("you are in #java");
        assertThat(answers.subList(2, answers.size()))
                .extracting(answer -> String.valueOf(answer.more().get("cid")))
                .isEqualTo(
                        IntStream.range(0, 3 * ROUNDS).mapToObj(String::valueOf).toList());
    }

    private void assertAllIsHeard() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(bob.hearsMessage()).isEqualTo("ann: m" + i);
        }
        bob.expectNothing();
    }

    @Test
    void beforeAHalfClose() throws IOException {
        ann.say(everything()).peer().endOutput();
        assertAllIsAnswered(ann.peer().awaitAnswersUntilEnd());
        assertAllIsHeard();
        messenger.visitor().loginWhenFree("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "]", "{'a':NaN}", "{'action':'who','action':'who'}"})
    void beforeAFaultThatCloses(String fault) throws IOException {
        List<Response> answers =
                ann.say(everything() + fault + msg("bob", "ann", "late")).peer().awaitAnswersUntilEnd();
        assertThat(answers.get(answers.size() - 1).code()).isEqualTo(400);
        assertAllIsAnswered(answers.subList(0, answers.size() - 1));
        assertAllIsHeard();
    }

    @Test
    void beforeAQuit() throws IOException {
        List<Response> answers = ann.say(everything() + "{'action':'quit'}" + msg("bob", "ann", "late"))
                .peer()
                .awaitAnswersUntilEnd();
        assertThat(answers.get(answers.size() - 1).text()).isEqualTo("goodbye");
        assertAllIsAnswered(answers.subList(0, answers.size() - 1));
        assertAllIsHeard();
    }
}
