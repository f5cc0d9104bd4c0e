package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import jim.cli.ExitCode;
import jim.messenger.server.RunningMessenger;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the start of the client to its login, and how it ends when there is none. */
@Timeout(30)
class ConnectingTest {
    @Test
    void aMissingNameIsAskedForAndTheHelpIsShownAfterConnecting() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address())) {
            ann.reads("Your name:").types(" ann ");
            ann.reads("Connected to 127.0.0.1:" + messenger.address().getPort() + " as ann.");
            ann.reads(Commands.HELP.split("\n"));
            ann.types("who").reads("Online: ann");
        }
    }

    @Test
    void aNameOnTheLineIsNotAskedFor() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "--name", "ann")) {
            ann.reads("Connected to 127.0.0.1:" + messenger.address().getPort() + " as ann.");
            ann.reads(Commands.HELP.split("\n"));
        }
    }

    @Test
    void withoutANameThereIsNothingToDo() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person nobody = Person.at(messenger.address())) {
            assertThat(nobody.leaves()).isEqualTo(ExitCode.USAGE);
            nobody.reads("Your name:").next();
            assertThat(messenger.visitor("x").ask("{'action':'who'}").texts("users"))
                    .containsExactly("x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANN, 'the server refuses the name ''ANN'': the name ''ANN'' is in use, choose another.'",
        "two words, '''two words'' cannot be a name: expected only letters'",
        "server, '''server'' cannot be a name: expected a name that is not reserved'"
    })
    void aNameThatIsRefusedEndsTheClientAndSaysWhy(String name, String why) throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.named("ann", messenger.address());
                Person second = Person.at(messenger.address(), "-n", name)) {
            assertThat(second.next()).startsWith(why);
            assertThat(second.leaves()).isEqualTo(ExitCode.REFUSED);
            ann.types("who").reads("Online: ann");
        }
    }

    @Test
    void aTypedNameThatIsRefusedEndsAPipeToo() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person nobody = Person.at(messenger.address())) {
            nobody.types("", "ann").reads("Your name:");
            assertThat(nobody.next()).startsWith("'' cannot be a name: expected ");
            assertThat(nobody.leaves()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void atATerminalABadNameIsAskedForAgainInOneLine() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.atTerminal(messenger.address(), "--brief")) {
            ann.reads("Your name:").types("an n");
            assertThat(ann.next())
                    .startsWith("'an n' cannot be a name: expected ")
                    .doesNotContain("\\n", "-n NAME");
            ann.reads("Your name:").types("ann");
            assertThat(ann.next()).startsWith("Connected to ");
        }
    }

    @Test
    void aBadNameOnTheLineIsToBeReplacedThere() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.atTerminal(messenger.address(), "-n", "an n")) {
            assertThat(ann.next()).startsWith("'an n' cannot be a name: expected ");
            ann.reads("Choose another: -n NAME");
            assertThat(ann.leaves()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void whereNobodyListensThereIsNoServer() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) closed.getLocalSocketAddress();
        }
        try (Person ann = Person.at(nobody, "-n", "ann")) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
            assertThat(ann.next()).startsWith("no server answers at 127.0.0.1:" + nobody.getPort() + " (");
            ann.reads("Start one: java -jar final-messenger-server.jar -p " + nobody.getPort());
            assertThat(ann.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "{'code':0}", "{'response':'200'}", "{'response':200,}"})
    void whatDoesNotSpeakJimIsNoServer(String says) throws IOException {
        try (ScriptedServer other = ScriptedServer.playing(client -> {
                    client.awaitFrame();
                    client.send(says).awaitEnd();
                });
                Person ann = Person.at(other.address(), "-n", "ann")) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
            assertThat(ann.next())
                    .startsWith("what answers at 127.0.0.1:" + other.address().getPort() + " does not speak JIM (");
            ann.reads("Is it the right port?");
            assertThat(ann.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{'resp"})
    void aServerThatHangsUpIsNoServer(String says) throws IOException {
        try (ScriptedServer other = ScriptedServer.playing(client -> {
                    client.awaitFrame();
                    client.send(says);
                });
                Person ann = Person.at(other.address(), "-n", "ann")) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
            assertThat(ann.next()).startsWith("no server answers at 127.0.0.1:");
        }
    }

    @Test
    void theLoginCarriesTheNameAndAsksForTheLimits() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    String presence = new String(client.awaitFrame().toByteArray(), UTF_8);
                    assertThat(presence).contains("\"action\":\"presence\"", "\"account_name\":\"ann\"", "\"ext\":[]");
                    client.send("{'response':200}");
                    farewell(client);
                });
                Person ann = Person.named("ann", server.address())) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void anAnswerInPiecesIsAnAnswer() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    client.awaitFrame();
                    for (String piece : List.of("{'resp", "onse':2", "00", "}")) {
                        client.send(piece);
                    }
                    farewell(client);
                });
                Person ann = Person.named("ann", server.address())) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    private static void farewell(ScriptedPeer client) throws IOException {
        client.awaitFrame();
        client.send("{'response':200}").awaitEnd();
    }
}
