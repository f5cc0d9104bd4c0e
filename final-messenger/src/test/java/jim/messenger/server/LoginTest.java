package jim.messenger.server;

import static jim.messenger.server.Visitor.authenticate;
import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 3: who may be known by which name, and for how long. */
@Timeout(30)
class LoginTest {
    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ANN", "aNn"})
    void aSecondLoginWithALiveNameIsRefusedInAnyCase(String again) throws IOException {
        Visitor ann = messenger.visitor("Ann");
        Visitor second = messenger.visitor().say(presence(again));
        ann.showsLifeAs("ann");
        assertThat(second.answer())
                .isEqualTo(new Response(409, "the name '" + again + "' is in use, choose another", Map.of()));
        ann.expectNothing();
        second.login("bob");
    }

    @Test
    void aNameIsFreeWhenItsHoldersQuitIsAnswered() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask("{'action':'quit'}").code()).isEqualTo(200);
        messenger.visitor("ann");
        ann.peer().awaitEnd();
    }

    @Test
    void aNameIsFreeWhenItsHolderHasHungUp() throws IOException {
        Visitor ann = messenger.visitor("ann");
        ann.peer().endOutput().awaitEnd();
        messenger.visitor().loginWhenFree("ann");
    }

    @Test
    void aNameIsFreeWhenItsHolderWasReset() throws IOException {
        messenger.visitor("ann").peer().reset();
        messenger.visitor().loginWhenFree("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'msg','to':'bob','from':'ann','message':'hi'}",
                "{'action':'who'}",
                "{'action':'who','room':'#java'}",
                "{'action':'join','room':'#java'}",
                "{'action':'leave','room':'#java'}"
            })
    void beforeTheLoginNothingElseIsServed(String request) throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor stranger = messenger.visitor();
        Response answer = stranger.ask(request);
        assertThat(answer.code()).isEqualTo(401);
        assertThat(answer.text()).startsWith("log in first");
        bob.expectNothing();
        stranger.login("ann");
    }

    @Test
    void beforeTheLoginQuitIsServed() throws IOException {
        ScriptedPeer stranger = messenger.visitor().peer();
        assertThat(stranger.send("{'action':'quit'}").awaitAnswersUntilEnd())
                .containsExactly(new Response(200, "goodbye", Map.of()));
    }

    @Test
    void aRefusedLoginIsNoLogin() throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor second = messenger.visitor().say(presence("ann"));
        ann.showsLifeAs("ann");
        assertThat(second.answer().code()).isEqualTo(409);
        assertThat(second.ask(msg("ann", "ann", "hi")).code()).isEqualTo(401);
    }

    @Test
    void theSamePresenceAgainIsFine() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask(presence("ann"))).isEqualTo(new Response(200, "still here, ann", Map.of()));
        assertThat(ann.ask(presence("ANN"))).isEqualTo(new Response(200, "still here, ann", Map.of()));
    }

    @Test
    void whoIsLoggedInTakesNoPasswordAndIsToldSo() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask(authenticate("ann", "secret")))
                .isEqualTo(new Response(400, "you are logged in as ann, quit before you authenticate", Map.of()));
        ann.ask("{'action':'quit'}");
        messenger.visitor("ann");
    }

    @Test
    void aSecondNameOnOneConnectionIsRefusedAndStaysFree() throws IOException {
        Visitor ann = messenger.visitor("ann");
        assertThat(ann.ask(presence("bob")))
                .isEqualTo(new Response(400, "you are logged in as ann, quit before you change your name", Map.of()));
        messenger.visitor("bob");
        assertThat(ann.ask("{'action':'who'}").texts("users")).containsExactly("ann", "bob");
    }

    @Test
    void whoAsksForExtensionsIsToldWhichAndTheLimits() throws IOException {
        Response answer = messenger
                .visitor()
                .ask("{'action':'presence','user':{'account_name':'ann'},'ext':['id','ack','hist']}");
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.more()).containsOnlyKeys("ext", "limits").containsEntry("ext", List.of("id", "ack", "hist"));
        assertThat(String.valueOf(answer.more().get("limits"))).contains("name=25", "message=500");
    }

    @Test
    void whoAsksForNoExtensionsIsToldNothingOfThem() throws IOException {
        assertThat(messenger.visitor().ask(presence("ann"))).isEqualTo(new Response(200, "welcome, ann", Map.of()));
    }

    @Test
    void aNameIsShownAsItWasFirstWritten() throws IOException {
        Visitor ann = messenger.visitor("AnnLee");
        Visitor bob = messenger.visitor("bob");
        assertThat(bob.ask("{'action':'who'}").texts("users")).containsExactly("AnnLee", "bob");
        assertThat(bob.ask(msg("annlee", "BOB", "hi")).code()).isEqualTo(200);
        assertThat(ann.hears().toString()).contains("\"to\":\"AnnLee\"", "\"from\":\"bob\"");
    }
}
