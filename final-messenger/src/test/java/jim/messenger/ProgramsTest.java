package jim.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import jim.messenger.client.ClientMain;
import jim.messenger.server.ServerMain;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only whole programs can show: exit codes, what stands on which stream, signals. */
@Timeout(60)
class ProgramsTest extends Programs {
    private static final String PRESENCE = "{'action':'presence','user':{'account_name':'ann'}}";

    @Test
    void aReadyServerPrintsOneLineOfJsonAndNothingElse() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "-a", "127.0.0.1", "--json");
        String ready = lineOf(server);
        assertThat(ready)
                .matches(
                        "\\{\"event\":\"ready\",\"jim\":\\d+,\"web\":null,\"text\":null,\"pid\":" + server.pid() + "}");
        try (ScriptedPeer ann = ScriptedPeer.connect(address(ready))) {
            ann.send(PRESENCE).awaitAnswer();
            ann.send("hello").awaitAnswersUntilEnd();
        }
        assertThat(ended(server)).isEqualTo(SIGTERM);
        assertThat(restOf(server)).isEmpty();
        assertThat(errors()).isEmpty();
        assertThat(Files.readString(directory.resolve("log/server.log"))).contains("ann/127.0.0.1", " stopped");
    }

    @Test
    void aSignalIsToldToClientsAndClosesWhatTheyHaveOpen() throws Exception {
        Process server = start(ServerMain.class, "--port", "0", "--json");
        try (ScriptedPeer ann = ScriptedPeer.connect(address(lineOf(server)))) {
            assertThat(ann.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
            server.toHandle().destroy();
            assertThat(ann.awaitAnswersUntilEnd())
                    .extracting(Response::text)
                    .containsExactly("this server stops now, connect again later");
        }
        assertThat(server.waitFor()).isEqualTo(SIGTERM);
        assertThat(errors()).isEmpty();
    }

    @Test
    void theBannerSaysHowToChat() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "-a", "127.0.0.1");
        assertThat(lineOf(server)).startsWith("JIM messenger ");
        assertThat(lineOf(server)).matches(" +listens on +127\\.0\\.0\\.1, port \\d+");
        assertThat(lineOf(server))
                .matches(" +chat from here +java -jar final-messenger-client\\.jar 127\\.0\\.0\\.1 \\d+ -n NAME");
        assertThat(ended(server)).isEqualTo(SIGTERM);
    }

    /** Protocol, section 8: a door whose port is a default and is taken is left closed. */
    @Test
    void aDoorThatNobodyAskedForStaysClosedWhenItsPortIsTaken() throws Exception {
        try (ServerSocket web = takeIfFree(8080);
                ServerSocket text = takeIfFree(7778)) {
            assumeThat(web != null && text != null)
                    .as("both ports are ours to take")
                    .isTrue();
            Process server = start(ServerMain.class, "-p", "0", "-a", "127.0.0.1", "--json");
            assertThat(lineOf(server)).contains("\"web\":null,\"text\":null,");
            assertThat(ended(server)).isEqualTo(SIGTERM);
            Process other = start(ServerMain.class, "-p", "0", "--text", "0", "-a", "127.0.0.1");
            assertThat(lineOf(other)).startsWith("JIM messenger ");
            assertThat(List.of(lineOf(other), lineOf(other), lineOf(other), lineOf(other)))
                    .anyMatch(line -> line.endsWith("closed: port 8080 cannot be had, choose another with --web PORT"))
                    .anyMatch(line -> line.endsWith("closed: --text 0"));
            assertThat(errors()).isEmpty();
        }
    }

    /** Null when another program has it already. */
    private static ServerSocket takeIfFree(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void aDoorThatWasAskedForStopsTheServerWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Process server = start(ServerMain.class, "-p", "0", "--web", "0", "--text", port, "-a", "127.0.0.1");
            assertThat(server.waitFor()).isEqualTo(7);
            assertThat(restOf(server)).isEmpty();
            assertThat(errors()).startsWith("port " + port + " is taken").contains("--text ");
        }
    }

    @Test
    void aTakenPortStopsTheServer() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Process server = start(ServerMain.class, "-p", String.valueOf(port), "-a", "127.0.0.1", "--json");
            assertThat(server.waitFor()).isEqualTo(7);
            assertThat(restOf(server)).isEmpty();
            assertThat(errors()).startsWith("port " + port + " is taken").hasLineCount(2);
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheServerWasKilled() throws Exception {
        String message = "{'action':'msg','to':'bob','from':'ann','message':'hello'}";
        Process server = start(ServerMain.class, "-p", "0", "--data", "kept", "--json");
        InetSocketAddress address = address(lineOf(server));
        try (ScriptedPeer bob = ScriptedPeer.connect(address)) {
            bob.send(PRESENCE.replace("ann", "bob")).awaitAnswer();
            bob.send("{'action':'quit'}").awaitAnswersUntilEnd();
        }
        try (ScriptedPeer ann = ScriptedPeer.connect(address)) {
            ann.send(PRESENCE).awaitAnswer();
            assertThat(ann.send(message).awaitAnswer().code()).isEqualTo(202);
        }
        server.destroyForcibly().waitFor();
        Process again = start(ServerMain.class, "-p", "0", "--data", "kept", "--json");
        try (ScriptedPeer bob = ScriptedPeer.connect(address(lineOf(again)))) {
            bob.send(PRESENCE.replace("ann", "bob")).awaitAnswer();
            assertThat(new String(bob.awaitFrame().toByteArray(), UTF_8)).contains("hello");
        }
        assertThat(ended(again)).isEqualTo(SIGTERM);
        assertThat(errors()).isEmpty();
    }

    @Test
    void anOperatorMakesAnAccountThatCanLogInAtOnce() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "--json");
        InetSocketAddress address = address(lineOf(server));
        Process adding = start(ServerMain.class, "adduser", "ann");
        type(adding, "a secret\n");
        assertThat(restOf(adding)).isEqualTo("ann can log in now.\n");
        assertThat(start(ServerMain.class, "passwd", "anne").waitFor()).isEqualTo(4);
        assertThat(errors()).isEqualTo("nobody called 'anne' has been here, did you mean 'ann'?\n");
        assertThat(restOf(start(ServerMain.class, "list"))).matches("ann +password +since .*\n");
        assertThat(restOf(start(ServerMain.class, "--export")))
                .startsWith("{\"account\":\"ann\",\"password\":true,\"since\":")
                .doesNotContain("argon");
        assertThat(restOf(start(ServerMain.class, "--backup", "copy.db"))).isEqualTo("The copy is copy.db.\n");
        assertThat(start(ServerMain.class, "lst").waitFor()).isEqualTo(2);
        assertThat(errors()).contains("there is no program 'lst', did you mean 'list'?");
        try (ScriptedPeer ann = ScriptedPeer.connect(address)) {
            assertThat(ann.send(PRESENCE).awaitAnswer().code()).isEqualTo(401);
        }
        assertThat(ended(server)).isEqualTo(SIGTERM);
    }

    @Test
    void twoServersCannotHaveOneFolder() throws Exception {
        Process first = start(ServerMain.class, "-p", "0", "--json");
        lineOf(first);
        Process second = start(ServerMain.class, "-p", "0", "--json");
        assertThat(second.waitFor()).isEqualTo(6);
        assertThat(errors())
                .isEqualTo("another server is running with the folder jim-data: stop it, or choose another folder"
                        + " with --data.\n");
        assertThat(ended(first)).isEqualTo(SIGTERM);
    }

    @Test
    void aServerThatKeepsNothingSaysSoAndLeavesNothing() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "--store", "memory");
        String line = lineOf(server);
        while (!line.startsWith("  messages")) {
            line = lineOf(server);
        }
        assertThat(line).endsWith("in memory, and lost when the server stops");
        assertThat(ended(server)).isEqualTo(SIGTERM);
        assertThat(directory.resolve("jim-data")).doesNotExist();
    }

    @Test
    void aLineThatIsNotUnderstoodStopsTheProgram() throws Exception {
        Process server = start(ServerMain.class, "--prot", "1");
        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(restOf(server)).isEmpty();
        assertThat(errors()).startsWith("unknown option '--prot', did you mean '--port'?");
        assertThat(start(ClientMain.class, "localhost", "70000").waitFor()).isEqualTo(2);
        assertThat(errors()).contains("PORT must be a number from 1 to 65535, not '70000'.");
    }

    @Test
    void aClientWithoutAServerSaysHowToStartOne() throws Exception {
        Process client = start(ClientMain.class, "127.0.0.1", "1", "-n", "ann");
        assertThat(client.waitFor()).isEqualTo(3);
        assertThat(restOf(client)).isEmpty();
        assertThat(errors()).startsWith("no server answers at 127.0.0.1:1 (").hasLineCount(2);
    }

    @Test
    void twoClientsChatAndATakenNameIsRefused() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "--json");
        String port = String.valueOf(address(lineOf(server)).getPort());
        Process bob = start(ClientMain.class, "localhost", port, "-n", "bob", "--brief");
        assertThat(lineOf(bob)).isEqualTo("Connected to localhost:" + port + " as bob.");
        assertThat(start(ClientMain.class, "localhost", port, "--name", "BOB").waitFor())
                .isEqualTo(4);
        assertThat(errors())
                .isEqualTo("the server refuses the name 'BOB': the name 'BOB' is in use, choose another.\n");
        Process ann = start(ClientMain.class, "localhost", port, "--brief");
        type(ann, "ann\n@bob привет\n3\n");
        assertThat(restOf(ann))
                .isEqualTo("Your name:\nConnected to localhost:" + port + " as ann.\n-> bob: delivered\n");
        assertThat(ann.waitFor()).isZero();
        assertThat(lineOf(bob)).endsWith("] ann: привет");
        bob.outputWriter(UTF_8).close();
        assertThat(bob.waitFor()).isZero();
        assertThat(restOf(bob)).isEmpty();
    }

    @Test
    void theBannerOfAnEncryptedServerSaysWhatItsClientNeeds() throws Exception {
        Process server =
                start(ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "-a", "127.0.0.1", "--tls-self-signed");
        assertThat(lineOf(server)).startsWith("JIM messenger ");
        assertThat(lineOf(server)).contains("listens on");
        String[] words = lineOf(server).split("client.jar ", 2)[1].split(" ");
        words[3] = "ann";
        Process ann = start(ClientMain.class, words);
        type(ann, "who\n3\n");
        assertThat(lineOf(ann)).startsWith("Connected to 127.0.0.1:");
        assertThat(restOf(ann)).endsWith("Online: ann\n");
        assertThat(ann.waitFor()).isZero();
        assertThat(errors()).isEmpty();
    }
}
