package jim.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jim.messenger.server.ServerMain;
import jim.protocol.Response;
import jim.testkit.ChildJvm;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What whoever runs the server for others relies on: settings, the operator's door, the end. */
@Timeout(60)
class OperationTest extends Programs {
    private static final String PRESENCE = "{'action':'presence','user':{'account_name':'ann'}}";

    @Test
    void aServerCanBeToldEverythingWithoutACommandLine() throws Exception {
        Files.write(
                directory.resolve("jim.properties"),
                List.of(
                        "port=0",
                        "web=8080",
                        "text=0",
                        "ip=127.0.0.1",
                        "json=true",
                        "store=sqlite",
                        "data=file",
                        "logs=l"));
        Process server = start(
                Map.of("JIM_CONFIG", "jim.properties", "JIM_WEB", "0", "JIM_DATA", "environment"), ServerMain.class);
        assertThat(lineOf(server))
                .matches("\\{\"event\":\"ready\",\"jim\":\\d+,\"web\":null,\"text\":null,\"pid\":\\d+}");
        assertThat(ended(server)).isEqualTo(SIGTERM);
        assertThat(directory.resolve("environment/messages.db")).exists();
        assertThat(directory.resolve("file")).doesNotExist();
        assertThat(directory.resolve("l/server.log")).exists();
        assertThat(directory.resolve("log")).doesNotExist();
        assertThat(errors()).isEmpty();
    }

    @Test
    void theCommandsForAccountsFindTheFolderWhereTheServerDoes() throws Exception {
        Files.write(directory.resolve("jim.properties"), List.of("data=kept", "port=7777", "tls-self-signed=true"));
        Process adding = start(ServerMain.class, "adduser", "ann", "--config", "jim.properties");
        type(adding, "a secret\n");
        assertThat(restOf(adding)).isEqualTo("ann can log in now.\n");
        assertThat(restOf(start(Map.of("JIM_DATA", "kept", "JIM_CACHE", "cache"), ServerMain.class, "list")))
                .startsWith("ann ");
        assertThat(restOf(start(Map.of("JIM_CONFIG", "jim.properties"), ServerMain.class, "--backup", "copy.db")))
                .isEqualTo("The copy is copy.db.\n");
        assertThat(restOf(start(
                        Map.of("JIM_DATA", "elsewhere", "JIM_EXPORT", "true"), ServerMain.class, "--data", "kept")))
                .startsWith("{\"account\":\"ann\"");
        assertThat(errors()).isEmpty();
    }

    @Test
    void whatIsWrongStopsTheStartAndSaysWhereItStands() throws Exception {
        Files.write(directory.resolve("jim.properties"), List.of("message-limit=9000"));
        Process server = start(Map.of("JIM_CONFIG", "jim.properties"), ServerMain.class);
        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(errors())
                .isEqualTo("'message-limit' in jim.properties must be a number from 1 to 4000, not '9000'.\n");
        Process other = start(Map.of("JIM_PROT", "1"), ServerMain.class);
        assertThat(other.waitFor()).isEqualTo(2);
        assertThat(errors()).contains("unknown variable JIM_PROT, did you mean 'JIM_PORT'?\n");
        assertThat(start(Map.of("JIM_IP", "no such address"), ServerMain.class).waitFor())
                .isEqualTo(2);
        assertThat(errors())
                .contains("JIM_IP must be an address of this computer, such as 127.0.0.1, not 'no such address'.\n");
        Process tls = start(Map.of("JIM_TLS_CERT", "chain.pem"), ServerMain.class, "--tls-self-signed");
        assertThat(tls.waitFor()).isEqualTo(2);
        assertThat(errors())
                .contains("--tls-self-signed makes a certificate: leave it out, or JIM_TLS_CERT and --tls-key.\n");
    }

    @Test
    void theFolderInWhichOneIsIsCalledByItsName() throws Exception {
        String here = directory.toRealPath().toString();
        assertThat(start(ServerMain.class, "list", "--data", ".").waitFor()).isEqualTo(6);
        assertThat(errors())
                .isEqualTo("there is no store in the folder " + here + ": name the right one with --data.\n");
        Process adding = start(ServerMain.class, "adduser", "ann", "--data", ".");
        type(adding, "a secret\n");
        assertThat(adding.waitFor()).isZero();
        assertThat(start(ServerMain.class, "--backup", "kept/..", "--data", ".").waitFor())
                .isEqualTo(6);
        assertThat(errors()).endsWith("\n" + here + " is there already: name a file that is not.\n");
    }

    /** As in {@code --data "$FOLDER"}, when that variable is not set. */
    @Test
    void aFolderWithoutANameIsNotTheOneInWhichOneIs() throws Exception {
        Process server = start(ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "--data", "");
        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(errors()).isEqualTo("--data is empty: give it a value, or take it away.\n");
        assertThat(directory.resolve("messages.db")).doesNotExist();
    }

    @Test
    void whatIsPrintedToAFullDiskIsNotTakenForWritten() throws Exception {
        File full = new File("/dev/full");
        assumeThat(full).exists();
        Process adding = start(ServerMain.class, "adduser", "ann");
        type(adding, "a secret\n");
        assertThat(adding.waitFor()).isZero();
        for (String what : List.of("list", "--export")) {
            Process printing = start(ChildJvm.of(ServerMain.class, what).redirectOutput(full));
            assertThat(printing.waitFor()).as(what).isEqualTo(8);
        }
        assertThat(errors()).contains("not everything could be printed: ").hasLineCount(4);
    }

    @Test
    void aTakenPortSaysWhoHasIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Process server = start(
                    ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "--store", "memory", "--admin", port);
            assertThat(server.waitFor()).isEqualTo(7);
            assertThat(errors())
                    .startsWith("port " + port + " is taken: java")
                    .contains("(pid " + ProcessHandle.current().pid() + ") listens on it.\n", " --admin ");
        }
    }

    /** With the operator's door open, and somebody who sends and never reads. */
    @Test
    void aSignalEndsTheServerWithinTenSecondsWhateverItsGuestsDo() throws Exception {
        String port = String.valueOf(freePort());
        Process server = start(
                ServerMain.class, "-p", "0", "--web", "0", "--text", "0", "--limits", "off", "--admin", port, "--json");
        String ready = lineOf(server);
        assertThat(ready).contains(",\"admin\":" + port + ",");
        URI health = URI.create("http://127.0.0.1:" + port + "/healthz");
        HttpClient http = HttpClient.newHttpClient();
        assertThat(http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("ok\n");
        try (Socket deaf = deaf(address(ready));
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
                ScriptedPeer ann = ScriptedPeer.connect(address(ready))) {
            slow.getOutputStream().write("GET /metrics".getBytes(UTF_8));
            assertThat(ann.send(PRESENCE).awaitAnswer().code()).isEqualTo(200);
            server.toHandle().destroy();
            assertThat(ann.awaitAnswersUntilEnd())
                    .extracting(Response::text)
                    .containsExactly("this server stops now, connect again later");
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(deaf.isClosed()).isFalse();
        }
        assertThat(server.exitValue()).isEqualTo(SIGTERM);
        assertThat(errors()).isEmpty();
    }

    /** Somebody who asks and asks until the server has more answers for them than the network takes. */
    private static Socket deaf(InetSocketAddress server) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(server);
        byte[] asks = "{\"action\":\"who\"}".repeat(40_000).getBytes(UTF_8);
        socket.getOutputStream()
                .write("{\"action\":\"presence\",\"user\":{\"account_name\":\"deaf\"}}".getBytes(UTF_8));
        Thread asking = new Thread(() -> {
            try {
                socket.getOutputStream().write(asks);
            } catch (java.io.IOException e) {
                // The server has had enough, or the test has ended.
            }
        });
        asking.setDaemon(true);
        asking.start();
        return socket;
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
