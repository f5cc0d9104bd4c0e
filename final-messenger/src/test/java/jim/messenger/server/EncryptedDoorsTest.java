package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jim.engine.netty.Browser;
import jim.engine.netty.Certificate;
import jim.engine.netty.TestCertificate;
import jim.logging.LogFile;
import jim.logging.ServerLogConfig;
import jim.messenger.metrics.Tally;
import jim.messenger.store.MemoryStore;
import jim.messenger.tls.Fingerprint;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, sections 1 and 8: with a certificate every door speaks TLS, and nothing else. */
@Timeout(60)
final class EncryptedDoorsTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @TempDir
    private static Path made;

    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    Path directory;

    private TestCertificate files;
    private LogFile log;
    private MessengerServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = TestCertificate.make(Files.createDirectory(made.resolve("first")));
        second = TestCertificate.make(Files.createDirectory(made.resolve("second")));
    }

    @BeforeEach
    void prepare() throws IOException {
        files = new TestCertificate(first.certificate(), directory.resolve("chain.pem"), directory.resolve("key.pem"));
        Files.copy(first.chain(), files.chain());
        Files.copy(first.key(), files.key());
        log = ServerLogConfig.open(directory);
        server = server(MessengerOptions.USUAL);
    }

    private MessengerServer server(MessengerOptions options) throws IOException {
        return new MessengerServer(
                log,
                options,
                new MemoryStore(InstantSource.system()),
                new EncryptedEngines(() -> Certificate.of(files.chain(), files.key()), BETWEEN_LOOKS),
                new Tally());
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theDoorsForJimAndForTextSpeakBothVersions(String version) throws Exception {
        try (SSLSocket ann = first.connect(server.start(ANYWHERE).getPort());
                SSLSocket dan = first.connect(server.startText(ANYWHERE).getPort())) {
            ann.setEnabledProtocols(new String[] {version});
            dan.setEnabledProtocols(new String[] {version});
            assertThat(answer(ann, Visitor.presence("ann"))).startsWith("{\"response\":200,");
            assertThat(answer(dan, "login dan\n")).contains("[dan] login to chat.");
            assertThat(answer(ann, Visitor.msg("dan", "ann", "psst"))).startsWith("{\"response\":200,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theDoorForBrowsersSpeaksBothVersions(String version) throws Exception {
        int port = server.startWeb(ANYWHERE).getPort();
        HttpClient client = HttpClient.newBuilder()
                .sslContext(first.trust())
                .sslParameters(new SSLParameters(null, new String[] {version}))
                .build();
        HttpRequest page = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                .build();
        assertThat(client.send(page, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        Browser bob = Browser.connect(client, URI.create("wss://localhost:" + port + "/jim"));
        bob.send(Visitor.presence("bob").replace('\'', '"'));
        assertThat(bob.awaitMessage()).startsWith("{\"response\":200,");
    }

    @Test
    void whoDoesNotSpeakTlsGetsNothingReadableAndDisturbsNobody() throws Exception {
        int[] ports = {
            server.start(ANYWHERE).getPort(),
            server.startWeb(ANYWHERE).getPort(),
            server.startText(ANYWHERE).getPort()
        };
        try (SSLSocket ann = first.connect(ports[0])) {
            answer(ann, Visitor.presence("ann"));
            for (int port : ports) {
                assertThat(saidTo(port, "{\"action\":\"presence\",\"user\":{\"account_name\":\"bob\"}}\n"))
                        .doesNotContain("{", "login", "HTTP");
            }
            assertThat(answer(ann, "{'action':'who'}")).contains("\"users\":[\"ann\"]");
        }
        assertThat(written()).contains(" ended: PEER_LOST").doesNotContain("Exception", "\tat ");
    }

    @Test
    void whoDoesNotLogInIsToldSoAndClosed() throws Exception {
        try (MessengerServer hasty =
                        server(MessengerOptions.USUAL.withPatience(Patience.USUAL.withLogin(Duration.ofMillis(400))));
                SSLSocket stranger = first.connect(hasty.start(ANYWHERE).getPort())) {
            assertThat(new String(stranger.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("{\"response\":401,");
        }
    }

    @Test
    void aNewPairOfFilesIsShownToWhoComesLater() throws Exception {
        int port = server.start(ANYWHERE).getPort();
        try (SSLSocket ann = first.connect(port)) {
            answer(ann, Visitor.presence("ann"));
            replaceBy(second);
            awaitShown(second, port);
            assertThat(answer(ann, "{'action':'who'}")).contains("\"users\":[\"ann\"]");
        }
        assertThat(written()).containsOnlyOnce("SHA-256 " + fingerprint(second));
    }

    @Test
    void aNewPairThatCannotBeUsedIsLoggedOnceAndTheOldOneStays() throws Exception {
        int port = server.start(ANYWHERE).getPort();
        Files.copy(second.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
        awaitWritten("the certificate stays as it was: the key in ");
        first.connect(port).startHandshake();
        Files.writeString(files.chain(), "half");
        awaitWritten("chain.pem holds no certificate");
        first.connect(port).startHandshake();
        replaceBy(second);
        awaitShown(second, port);
        assertThat(written()).containsOnlyOnce("does not belong").containsOnlyOnce("holds no certificate");
    }

    private void replaceBy(TestCertificate other) throws IOException {
        Files.copy(other.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(other.chain(), files.chain(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Connects again and again: a change is seen at some time only. */
    private static void awaitShown(TestCertificate expected, int port) throws Exception {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (!isShown(expected, port)) {
            assertThat(System.nanoTime()).as("the time by which it is shown").isLessThan(deadline);
        }
    }

    private static boolean isShown(TestCertificate expected, int port) throws Exception {
        try (SSLSocket peer = expected.connect(port)) {
            peer.startHandshake();
            return true;
        } catch (SSLHandshakeException e) {
            return false;
        }
    }

    private void awaitWritten(String text) {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (!written().contains(text)) {
            assertThat(System.nanoTime())
                    .as("the time by which is logged: " + text)
                    .isLessThan(deadline);
        }
    }

    private String written() {
        return contentOf(directory.resolve("log/server.log").toFile());
    }

    private static String fingerprint(TestCertificate of) {
        return Fingerprint.of(of.certificate().chain().get(0)).text();
    }

    /** The next line that comes after {@code request}, in which single quotes stand for double ones. */
    private static String answer(Socket peer, String request) throws IOException {
        peer.getOutputStream().write(request.replace('\'', '"').getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(peer.getInputStream(), UTF_8)).readLine();
    }

    /** All that a peer hears who sends {@code plain} as it is. */
    private static String saidTo(int port, String plain) throws IOException {
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            peer.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
            peer.getOutputStream().write(plain.getBytes(UTF_8));
            return new String(peer.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }
}
