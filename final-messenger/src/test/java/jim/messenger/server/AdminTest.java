package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.metrics.Tally;
import jim.messenger.store.SqliteStore;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's programs see of a server. */
@Timeout(60)
final class AdminTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tally tally = new Tally();

    @TempDir
    Path folder;

    private SqliteStore store;
    private MessengerServer server;
    private InetSocketAddress admin;
    private InetSocketAddress jim;

    @BeforeEach
    void start() throws Exception {
        store = SqliteStore.open(folder, InstantSource.system(), Duration.ofDays(30), why -> {}, tally);
        server = new MessengerServer(
                LogFile.none(), MessengerOptions.USUAL.withLimits(Limits.NONE), store, Engines.PLAIN, tally);
        jim = server.start(ANYWHERE);
        admin = server.startAdmin(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + admin.getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .timeout(ScriptedPeer.PATIENCE)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private List<String> metrics() throws Exception {
        return ask("GET", "/metrics").body().lines().toList();
    }

    @Test
    void aServerThatKeepsWhatItIsAskedToIsWell() throws Exception {
        HttpResponse<String> answer = ask("GET", "/healthz");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aStoreThatCannotWriteIsToldUntilItCanAgain() throws Exception {
        StoreHealth health = new StoreHealth(store, Duration.ofMillis(100));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("messages.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(health.problem()).contains("the store has kept nothing for 100 ms: look at its disk");
            HttpResponse<String> answer = ask("GET", "/healthz");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .matches(
                            "(not kept: the server cannot write to its disk now,|the store has kept nothing for) .*\\n");
            statement.execute("COMMIT");
        }
        assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(200);
        assertThat(metrics()).anyMatch(line -> line.matches("jim_store_failures_total [1-9].*"));
    }

    @Test
    void aDatabaseThatIsDamagedMeanwhileIsToldAndWhatNeedsNoDiskGoesOn() throws Exception {
        try (Visitor ann = Visitor.to(jim);
                Visitor bob = Visitor.to(jim).login("bob")) {
            ann.ask(Visitor.presence("ann", "'ext':['id','hist']"));
            assertThat(ann.ask(Visitor.msg("bob", "ann", "before")).code()).isEqualTo(200);
            assertThat(bob.hearsMessage()).isEqualTo("ann: before");
            damage();
            assertThat(ann.ask("{'action':'history','with':'bob'}").code()).isEqualTo(503);
            assertThat(ann.ask(Visitor.msg("bob", "ann", "lost?")).text()).startsWith("not kept: ");
            assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(503);
            bob.expectNothing();
            assertThat(ann.ask(Visitor.msg("#all", "ann", "the disk is broken")).code())
                    .isEqualTo(200);
            assertThat(bob.hearsMessage()).isEqualTo("ann: the disk is broken");
        }
    }

    /** First another program writes, so that the server has to read anew. */
    private void damage() throws Exception {
        Path file = folder.resolve("messages.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE accounts SET since = since + 1");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE);
    }

    @Test
    void aStoreThatIsClosedKeepsNothing() {
        store.close();
        assertThat(new StoreHealth(store, Duration.ofSeconds(5)).problem())
                .contains("not kept: the server is stopping, try again when it is back");
    }

    @Test
    void aServerThatStopsSaysSoAsLongAsItAnswers() throws Exception {
        try (Visitor ann = Visitor.to(jim).login("ann")) {
            Thread stopping = new Thread(server::close);
            stopping.start();
            assertThat(ann.peer().awaitAnswersUntilEnd()).hasSize(1);
            for (Optional<Integer> code = code(); code.isPresent(); code = code()) {
                assertThat(code).contains(503);
            }
            stopping.join();
        }
    }

    /** Empty when nobody listens any more, or while the door closes. */
    private Optional<Integer> code() throws Exception {
        try {
            return Optional.of(ask("GET", "/healthz").statusCode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void whatPeopleDoIsCounted() throws Exception {
        try (Visitor eve = Visitor.to(jim);
                Visitor ann = Visitor.to(jim).login("ann");
                Visitor bob = Visitor.to(jim).login("bob")) {
            assertThat(eve.ask(Visitor.presence("ANN")).code()).isEqualTo(409);
            ann.ask("{'action':'join','room':'#team'}");
            ann.ask(Visitor.msg("bob", "ann", "a secret text"));
            assertThat(bob.hearsMessage()).isEqualTo("ann: a secret text");
            bob.quit();
            assertThat(ann.ask(Visitor.msg("bob", "ann", "later")).code()).isEqualTo(202);
            assertThat(ann.ask(Visitor.msg("dan", "ann", "who?")).code()).isEqualTo(404);
            List<String> metrics = metrics();
            assertThat(metrics)
                    .contains(
                            "jim_people_online 1.0",
                            "jim_rooms 1.0",
                            "jim_messages_total 2.0",
                            "jim_deliveries_total 1.0",
                            "jim_mailbox_letters 1.0",
                            "jim_store_failures_total 0.0",
                            "jim_logins_total{outcome=\"accepted\"} 2.0",
                            "jim_logins_total{outcome=\"refused\"} 1.0",
                            "jim_refusals_total{code=\"404\"} 1.0",
                            "jim_refusals_total{code=\"409\"} 1.0")
                    .anyMatch(line -> line.matches("jim_store_commit_seconds_count [1-9]\\d*"));
            assertThat(String.join("\n", metrics)).doesNotContain("ann", "bob", "team", "secret");
        }
    }

    @Test
    void connectionsAreCountedByTheDoorUntilTheyEnd() throws Exception {
        try (Visitor ann = Visitor.to(jim).login("ann");
                Visitor bob = Visitor.to(jim).login("bob")) {
            assertThat(metrics()).contains("jim_connections{door=\"jim\"} 2.0");
            bob.quit();
            ann.expectNothing();
            awaitLine("jim_connections{door=\"jim\"} 1.0");
        }
    }

    /** The engine says a moment after the last byte that a connection has ended. */
    private void awaitLine(String line) throws Exception {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (!metrics().contains(line) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(metrics()).contains(line);
    }

    @Test
    void theMachineIsMeasuredInTheFormatOfPrometheus() throws Exception {
        assertThat(ask("GET", "/metrics").headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics())
                .anyMatch(line -> line.startsWith("process_start_time_seconds "))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"} "))
                .anyMatch(line -> line.startsWith("jvm_threads_current "))
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\\{[^}]*})? \\S+"));
    }

    @Test
    void aHeadIsTheSameWithoutItsBody() throws Exception {
        HttpResponse<String> head = ask("HEAD", "/healthz");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz/", "/metrics.txt", "/Healthz"})
    void anyOtherPathIsRefusedWithAWayOn(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("there is nothing here: ask for /healthz or /metrics\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) throws Exception {
        HttpResponse<String> answer = ask(method, "/healthz");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).isEqualTo("here is nothing to change: use GET or HEAD\n");
    }

    @Test
    void nobodyFromAnotherComputerGetsIn() throws Exception {
        assertThat(admin.getAddress().isLoopbackAddress()).isTrue();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : others) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new Socket(address, admin.getPort()).close());
        }
    }

    /** There are fewer threads than these, and each is given back in the end. */
    @Test
    void whoNeverEndsARequestKeepsNobodyElseOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket(admin.getAddress(), admin.getPort());
                socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost".getBytes(UTF_8));
                idle.add(socket);
            }
            assertThat(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + admin.getPort() + "/healthz"))
                                            .timeout(Duration.ofSeconds(40))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }
}
