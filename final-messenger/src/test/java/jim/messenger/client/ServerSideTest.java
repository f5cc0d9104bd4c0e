package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jim.cli.ExitCode;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client makes of a server that does as a test says. */
@Timeout(30)
class ServerSideTest {
    private static final String OK = "{'response':200,'alert':'fine'}";

    private static void welcome(ScriptedPeer client) throws IOException {
        client.awaitFrame();
        client.send(OK);
    }

    private static String request(ScriptedPeer client) throws IOException {
        return new String(client.awaitFrame().toByteArray(), UTF_8);
    }

    private static void expectQuit(ScriptedPeer client) throws IOException {
        assertThat(request(client)).contains("\"action\":\"quit\"");
        client.send(OK).awaitEnd();
    }

    @Test
    void aProbeIsAnsweredWithThePresence() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    client.send("{'action':'probe'}");
                    assertThat(request(client)).contains("\"action\":\"presence\"", "\"account_name\":\"ann\"");
                    client.send(OK).send("{'action':'msg','from':'bob','to':'ann','message':'still there?'}");
                    expectQuit(client);
                });
                Person ann = Person.named("ann", server.address())) {
            assertThat(ann.nextMessage()).isEqualTo("bob: still there?");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void theAnswerToAProbesPresenceIsTakenForNoOther() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"to\":\"bob\"");
                    client.send("{'action':'probe'}");
                    assertThat(request(client)).contains("\"action\":\"presence\"");
                    client.send("{'response':404,'error':'nobody'}").send(OK);
                    assertThat(request(client)).contains("\"action\":\"who\"");
                    client.send("{'response':200,'users':['ann']}");
                    expectQuit(client);
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi").reads("not sent to bob: nobody.");
            ann.types("who").reads("Online: ann");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void eachAnswerBelongsToTheOldestRequestWithoutOne() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    for (String to : new String[] {"bob", "eve", "zoe"}) {
                        assertThat(request(client)).contains("\"to\":\"" + to + "\"");
                    }
                    client.send(OK).send("{'response':404,'error':'nobody'}").send("{'response':202,'alert':'kept'}");
                    expectQuit(client);
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi", "@eve hi", "@zoe hi");
            ann.reads("-> bob: fine", "not sent to eve: nobody.", "-> zoe: kept");
        }
    }

    @Test
    void aRefusedMessageChangesNoExitCode() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"to\":\"bob\"");
                    client.send("{'response':404,'error':'nobody'}");
                    expectQuit(client);
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi").reads("not sent to bob: nobody.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void theEndOfTheInputWaitsForTheLastAnswers() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"message\":\"one\"");
                    assertThat(request(client)).contains("\"message\":\"two\"");
                    assertThat(request(client)).contains("\"action\":\"quit\"");
                    client.send(OK).send(OK).send("{'action':'msg','from':'bob','to':'ann','message':'bye'}");
                    client.send(OK).awaitEnd();
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob one", "@bob two");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            ann.reads("-> bob: fine", "-> bob: fine");
            assertThat(ann.nextMessage()).isEqualTo("bob: bye");
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void aServerThatHangsUpOnQuitIsNotMissed() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"action\":\"quit\"");
                });
                Person ann = Person.named("ann", server.address())) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void aRequestThatWillHaveNoAnswerIsSaidToBeSo() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"to\":\"bob\"");
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi");
            ann.reads("not sent to bob, as far as we know: the server is away (it closed the connection).");
            ann.reads("The server is gone (it closed the connection). Trying to reach it again...");
            ann.types("@bob hi");
            assertThat(ann.next()).startsWith("not sent to bob, as far as we know: ");
        }
    }

    @Test
    void whoIsDismissedIsToldWhyAndDoesNotComeBack() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    client.send("{'response':401,'error':'the account has been removed'}");
                });
                Person ann = Person.named("ann", server.address())) {
            ann.reads("the server has ended the visit of ann: the account has been removed.");
            assertThat(ann.ends()).isEqualTo(ExitCode.REFUSED);
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void aDismissalThatIsTakenForAnAnswerIsOneAllTheSame() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"to\":\"bob\"");
                    client.send("{'response':401,'error':'the account has been removed'}");
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi").reads("not sent to bob: the account has been removed.");
            ann.reads("the server has ended the visit of ann: the account has been removed.");
            assertThat(ann.ends()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void whyTheServerHangsUpIsSaid() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    client.send("{'response':503,'error':'this server stops now'}");
                });
                Person ann = Person.named("ann", server.address())) {
            ann.reads("The server is gone (this server stops now). Trying to reach it again...");
        }
    }

    @Test
    void aRefusalOfOneRequestIsNotWhyTheServerHangsUp() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    assertThat(request(client)).contains("\"to\":\"bob\"");
                    client.send("{'response':404,'error':'nobody'}");
                });
                Person ann = Person.named("ann", server.address())) {
            ann.types("@bob hi").reads("not sent to bob: nobody.");
            ann.reads("The server is gone (it closed the connection). Trying to reach it again...");
        }
    }

    @Test
    void whatOthersSayIsShownHarmless() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client);
                    client.send(
                            "{'action':'msg','from':'b\\u202eob','to':'#j\\n','message':'\\u001b[2J\\r\\nroot: hi'}");
                    client.send(
                            "{'action':'msg','from':'bob','to':'ann','message':'\\u2066\\u200b\\u3164\\u009b','time':0}");
                    assertThat(request(client)).contains("\"action\":\"who\"");
                    client.send("{'response':200,'users':['a\\u0007nn']}");
                    assertThat(request(client)).contains("\"action\":\"msg\"");
                    client.send("{'response':404,'error':'\\u001b]0;x'}");
                    expectQuit(client);
                });
                Person ann = Person.named("ann", server.address())) {
            assertThat(ann.nextMessage()).isEqualTo("#j\\n b\\u202eob: \\u001b[2J\\r\\nroot: hi");
            assertThat(ann.nextMessage()).isEqualTo("bob: \\u2066\\u200b\\u3164\\u009b");
            ann.types("who").reads("Online: a\\u0007nn");
            ann.types("@bob hi").reads("not sent to bob: \\u001b]0;x.");
        }
    }
}
