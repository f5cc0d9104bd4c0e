package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Path;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server writes down of what it sees. */
@Timeout(30)
class LogTest {
    private static final String CANARY = "canary";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noTextAndNoPasswordIsEverLogged(boolean actions) throws IOException {
        try (LogFile log = ServerLogConfig.open(directory);
                RunningMessenger messenger =
                        new RunningMessenger(log, MessengerOptions.USUAL.withLogActions(actions))) {
            Visitor bob = messenger.visitor("bob");
            everyWayOfAText(messenger.visitor("ann"));
            assertThat(bob.hearsMessage()).isEqualTo("ann: " + CANARY);
            everyWayOfAPassword(messenger.visitor());
            everyFateOfAPassword(messenger);
            notEvenBroken(messenger.visitor("eve"));
        }
        assertThat(written())
                .contains("listening on ", "ann/127.0.0.1:", " logged in", "is refused: ", "stopped")
                .doesNotContain(CANARY);
    }

    private static void everyWayOfAText(Visitor ann) throws IOException {
        ann.ask("{'action':'presence','type':'status','user':{'account_name':'ann','status':'" + CANARY + "'}}");
        ann.ask("{'action':'join','room':'#java'}");
        ann.ask(msg("bob", "ann", CANARY));
        ann.ask(msg("#java", "ann", CANARY));
        ann.ask(msg("nobody", "ann", CANARY));
        ann.ask(msg("bob", "eve", CANARY));
        ann.ask(msg("bob", "ann", CANARY.repeat(100)));
        ann.say("{'action':'message','from_user':'ann','to_user':'nobody','message_text':'" + CANARY + "'}");
    }

    private static void everyWayOfAPassword(Visitor stranger) throws IOException {
        String login = "{'action':'authenticate','user':{'account_name':'zoe','password':'" + CANARY + "'}}";
        assertThat(stranger.ask(login.replace("canary", CANARY.repeat(40))).code())
                .isEqualTo(400);
        assertThat(stranger.ask(login.replace("'zoe'", "7")).code()).isEqualTo(400);
        assertThat(stranger.ask(presence("zoe").replace("}}", ",'password':'" + CANARY + "'}}"))
                        .code())
                .isEqualTo(200);
    }

    private static void everyFateOfAPassword(RunningMessenger messenger) throws IOException {
        String login = "{'action':'authenticate','user':{'account_name':'yan','password':'" + CANARY + "'}}";
        assertThat(messenger.visitor().ask(login).code()).isEqualTo(201);
        assertThat(messenger.visitor().ask(login.replace("'}}", "!'}}")).code()).isEqualTo(402);
    }

    private static void notEvenBroken(Visitor eve) throws IOException {
        eve.say("{'action':'msg','to':'bob','from':'eve','message':'" + CANARY + "',}");
        assertThat(eve.peer().awaitAnswersUntilEnd()).hasSize(1);
    }

    @Test
    void theCallsOfActionsAreLoggedOnRequest() throws IOException {
        visitWith(MessengerOptions.USUAL.withLogActions(true));
        assertThat(written())
                .containsPattern("INFO server\\.actions presence\\(.*\\) called from serve -> .* in \\d+\\.\\d+ ms")
                .containsPattern("INFO server\\.actions quit\\(ann/127.*\\) called from serve -> .* in \\d+\\.\\d+ ms")
                .contains("Msg[to=bob, from=ann, text=6 characters]");
    }

    @Test
    void theCallsOfActionsAreNotLoggedOtherwise() throws IOException {
        visitWith(MessengerOptions.USUAL);
        assertThat(written()).contains("ann/127.0.0.1:", " ended: ").doesNotContain("server.actions");
    }

    private void visitWith(MessengerOptions options) throws IOException {
        try (LogFile log = ServerLogConfig.open(directory);
                RunningMessenger messenger = new RunningMessenger(log, options)) {
            Visitor ann = messenger.visitor("ann");
            ann.ask(msg("bob", "ann", CANARY));
            ann.ask("{'action':'quit'}");
        }
    }

    @Test
    void oneEventIsOneLineWhateverAPeerSends() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory);
                RunningMessenger messenger = new RunningMessenger(log, MessengerOptions.USUAL.withLogActions(true))) {
            Visitor ann = messenger.visitor("ann");
            ann.ask("{'action':'da\\nnce','x':1}");
            ann.ask(msg("b\\n\\r\\u001b[1m\\u202eob", "ann", "hi"));
            ann.ask("{'action':'who','room':'\\u2028${jndi:x}'}");
        }
        assertThat(written().lines())
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .* (INFO|WARN|ERROR) server.*"));
        assertThat(written()).contains("${jndi:x}").doesNotContain("\u001b", "\u202e", "\u2028", "\r");
    }

    private String written() {
        return contentOf(directory.resolve("log").resolve("server.log").toFile());
    }
}
