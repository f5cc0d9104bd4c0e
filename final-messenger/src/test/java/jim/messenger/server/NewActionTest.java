package jim.messenger.server;

import static jim.testkit.WireExample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import jim.chat.Chat;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;
import jim.messenger.store.MemoryStore;
import jim.protocol.Action;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Extension;
import jim.protocol.Response;
import jim.protocol.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An action that is all in one place, here in this file, and one row: the server treats it as its own. */
@Timeout(30)
class NewActionTest {
    /** The action {@code count}: how many people are online, besides those of one name. */
    @Log
    static final class CountAction {
        /** How many are there, without {@code but}. */
        record Count(String but) implements Extension {
            static final Action<Count> ACTION = new Action<>(
                    "count",
                    Count.class,
                    (in, maxText) -> new Count(in.person("but")),
                    (out, count) -> out.put("but", count.but()));

            @Override
            public Action<Count> onTheWire() {
                return ACTION;
            }
        }

        private final Chat chat;

        CountAction(Chat chat) {
            this.chat = chat;
        }

        @Handles("count")
        @LoginRequired
        Answer count(Session session, Count count) throws JimFault {
            if (!chat.names().contains(count.but())) {
                throw JimFault.stay(Status.NOT_FOUND, "nobody called '" + count.but() + "' is here");
            }
            return Answer.of(Response.of(Status.OK, "others: " + (chat.names().size() - 1)));
        }
    }

    private static final MoreActions.Row ROW =
            new MoreActions.Row(CountAction.Count.ACTION, parts -> new CountAction(parts.chat()));
    private static final MessengerOptions WITH_COUNT =
            MessengerOptions.USUAL.withActions(MoreActions.ALL.and(ROW)).withLogActions(true);

    @TempDir
    Path directory;

    private LogFile log;
    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        log = ServerLogConfig.open(directory);
        messenger = new RunningMessenger(log, WITH_COUNT);
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
        log.close();
    }

    @Test
    void itIsServedOverASocket() throws IOException {
        Visitor ann = messenger.visitor("ann");
        messenger.visitor("bob");
        Response answer = ann.ask("{'action':'count','but':'ann','id':7}");
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("others: 1");
        assertThat(answer.more()).containsOnlyKeys("id");
    }

    @Test
    void itsFaultsAreAnswered() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask("{'action':'count','but':'eve'}").code()).isEqualTo(404);
        assertThat(ann.ask("{'action':'count'}").text()).isEqualTo("field 'but': missing, expected a text");
        assertThat(ann.ask("{'action':'count','but':7}").code()).isEqualTo(400);
    }

    @Test
    void itIsForThoseAloneWhoHaveLoggedIn() throws IOException {
        Response refusal = messenger.visitor().ask("{'action':'count','but':'ann'}");
        assertThat(refusal.code()).isEqualTo(401);
        assertThat(refusal.text()).startsWith("log in first: 'count' ");
    }

    @Test
    void itsCallsAreLogged() throws IOException {
        messenger.visitor("ann").ask("{'action':'count','but':'ann'}");
        assertThat(contentOf(directory.resolve("log").resolve("server.log").toFile()))
                .containsPattern(
                        "actions count\\(ann/.*, Count\\[but=ann]\\) called from serve -> .* in \\d+\\.\\d+ ms");
    }

    @Test
    void whoMistypesItIsToldItsName() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask("{'action':'cuont'}").text()).endsWith("unknown action 'cuont', expected perhaps 'count'");
        assertThat(ann.ask("{'action':'dance'}").text()).contains("one of ack, authenticate, count, ", ", history, ");
    }

    @Test
    void aClientWritesItAsTheServerReadsIt() throws JimFault {
        JimCodec codec = MoreActions.ALL.and(ROW).addedTo(new JimCodec());
        CountAction.Count count = new CountAction.Count("ann");
        assertThat(codec.request(new JimCodec().encode(count)).message()).isEqualTo(count);
        assertThat(codec.request(json("{'action':'count','but':'ann'}")).message())
                .isEqualTo(count)
                .returns("count", message -> message.action());
    }

    @Test
    void aNameThatIsTakenEndsTheStart() {
        MoreActions twice = MoreActions.ALL.and(ROW).and(ROW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessengerServer(
                        LogFile.none(),
                        MessengerOptions.USUAL.withActions(twice),
                        new MemoryStore(InstantSource.system())))
                .withMessage("two actions are called 'count'");
    }
}
