package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import jim.logging.LogFile;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, sections 2 and 4: who gets what, and what its sender is told. */
@Timeout(30)
class MessagesTest {
    private RunningMessenger messenger;
    private Visitor ann;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann");
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    @Test
    void onlyTheAddresseeGetsAMessage() throws IOException {
        Visitor bob = messenger.visitor("bob");
        Visitor eve = messenger.visitor("eve");
        assertThat(ann.ask(msg("bob", "ann", "hi"))).isEqualTo(new Response(200, "delivered", Map.of()));
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        eve.expectNothing();
        ann.expectNothing();
        bob.expectNothing();
    }

    @Test
    void aMessageCarriesTheServersTimeAndNothingThatIsUnknown() throws IOException {
        Visitor bob = messenger.visitor("bob");
        ann.ask("{'action':'msg','to':'bob','from':'ann','message':'hi','encoding':'utf-8','time':1,'x':1,'cid':'c'}");
        JsonObject heard = bob.hears();
        assertThat(heard.keySet()).containsExactlyInAnyOrder("action", "time", "to", "from", "message");
        assertThat(heard.get("time").getAsDouble()).isGreaterThan(1.7e9);
        assertThat(heard.get("action").getAsString()).isEqualTo("msg");
    }

    @Test
    void aServerMayTakeLongerTextsAndSaysSo() throws IOException {
        try (RunningMessenger roomy =
                new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withMessageLimit(4_000))) {
            Visitor eve = roomy.visitor();
            Response welcome = eve.ask("{'action':'presence','user':{'account_name':'eve'},'ext':[]}");
            assertThat(String.valueOf(welcome.more().get("limits"))).contains("message=4000");
            eve.say(msg("eve", "eve", "x".repeat(4_000)));
            assertThat(eve.hearsMessage()).hasSize("eve: ".length() + 4_000);
            assertThat(eve.answer().code()).isEqualTo(200);
            assertThat(eve.ask(msg("eve", "eve", "x".repeat(4_001))).code()).isEqualTo(400);
        }
    }

    /** A recipient would take a longer object for an attack, and hang up. */
    @Test
    void aTextThatNoObjectCanCarryIsRefused() throws IOException {
        try (RunningMessenger roomy =
                new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withMessageLimit(4_000))) {
            Visitor eve = roomy.visitor("eve");
            assertThat(eve.ask(msg("eve", "eve", "漢".repeat(2_600))).text())
                    .isEqualTo("the text takes more bytes than one message can carry");
            eve.say(msg("eve", "eve", "漢".repeat(2_500)));
            assertThat(eve.hearsMessage()).hasSize("eve: ".length() + 2_500);
        }
    }

    @Test
    void aMessageArrivesLetterByLetterAsItWasSent() throws IOException {
        Visitor bob = messenger.visitor("bob");
        ann.ask(msg("bob", "ann", "\\u0000\\n\\u202e привет \ud834\udd1e"));
        assertThat(bob.hearsMessage()).isEqualTo("ann: \0\n\u202e привет \ud834\udd1e");
    }

    @Test
    void messagesToOneselfArriveToo() throws IOException {
        ann.say(msg("ann", "ann", "note"));
        assertThat(ann.hearsMessage()).isEqualTo("ann: note");
        assertThat(ann.answer().code()).isEqualTo(200);
    }

    /** The mailbox is open before anything behind the login is served, whichever thread answers that. */
    @Test
    void aNoteToOneselfRightBehindTheLoginArrivesBeforeItsAnswer() throws IOException {
        for (int i = 0; i < 200; i++) {
            try (Visitor guest = messenger.visitor()) {
                String name = "guest" + i;
                guest.say(presence(name) + msg(name, name, "note"));
                assertThat(guest.answer().code()).isEqualTo(200);
                assertThat(guest.hearsMessage()).isEqualTo(name + ": note");
                assertThat(guest.answer().code()).isEqualTo(200);
            }
        }
    }

    @Test
    void betweenTwoPeopleTheOrderIsKept() throws IOException {
        Visitor bob = messenger.visitor("bob");
        for (int i = 0; i < 50; i++) {
            ann.say(msg("bob", "ann", "text " + i));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(bob.hearsMessage()).isEqualTo("ann: text " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"bbo, ', did you mean ''bob''?'", "Bib, ', did you mean ''bob''?'", "zoe, ''"})
    void aStrangerIsNotFoundAndANearNameIsTold(String to, String near) throws IOException {
        messenger.visitor("bob");
        assertThat(ann.ask(msg(to, "ann", "hi")))
                .isEqualTo(new Response(404, "nobody called '" + to + "' is here" + near, Map.of()));
    }

    @Test
    void whatIsSaidToSomebodyWhoHasLeftIsKept() throws IOException {
        messenger.visitor("bob").ask("{'action':'quit'}");
        assertThat(ann.ask(msg("BOB", "ann", "hi"))).isEqualTo(new Response(202, "kept until bob comes", Map.of()));
        assertThat(messenger.visitor("bob").hearsMessage()).isEqualTo("ann: hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "#java", "nobody"})
    void aForgedSenderIsRefusedAndNobodySeesTheMessage(String to) throws IOException {
        Visitor bob = messenger.visitor("bob");
        bob.ask("{'action':'join','room':'#java'}");
        ann.ask("{'action':'join','room':'#java'}");
        assertThat(ann.ask(msg(to, "bob", "hi"))).isEqualTo(new Response(403, "you are ann, not bob", Map.of()));
        bob.expectNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'action':'delivered','id':'1'}", "{'action':'probe'}"})
    void whatIsNotServedIsSaidToBeSo(String request) throws IOException {
        Response answer = ann.ask(request);
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.text()).startsWith("this server does not serve the action '");
        Response stranger = messenger.visitor().ask(request);
        assertThat(stranger).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'msg','to':'ann','from':'bob','message':'x','id':7,'cid':'c1'}",
                "{'action':'who','id':7,'cid':'c1'}",
                "{'action':'join','room':'java','id':7,'cid':'c1'}",
                "{'action':'dance','id':7,'cid':'c1'}",
                "{'action':'ack','seq':1,'id':7,'cid':'c1'}",
                "{'id':7,'cid':'c1'}"
            })
    void goodAndBadAnswersRepeatTheIdsOfTheRequest(String request) throws IOException {
        assertThat(ann.ask(request).more())
                .hasToString(ann.ask(request).more().toString())
                .satisfies(more -> {
                    assertThat(more.get("id")).hasToString("7");
                    assertThat(more).containsEntry("cid", "c1");
                });
        assertThat(messenger.visitor().ask(request).more()).containsKeys("id", "cid");
    }

    @Test
    void aLoginRepeatsItsIdsAndOthersDoNotSeeThem() throws IOException {
        Response login = messenger.visitor().ask(presence("bob").replace("{'action'", "{'cid':'c1','action'"));
        assertThat(login).isEqualTo(new Response(200, "welcome, bob", Map.of("cid", "c1")));
        assertThat(ann.ask("{'action':'who'}").more()).containsOnlyKeys("users");
    }
}
