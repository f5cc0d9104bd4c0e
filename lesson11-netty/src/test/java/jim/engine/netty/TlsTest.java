package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.engine.netty.WebSites.ECHO;
import static jim.engine.netty.WebSites.ROOMY;
import static jim.engine.netty.WebSites.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import jim.engine.Cause;
import jim.engine.Heard;
import jim.engine.RunningEngine;
import jim.protocol.Frame;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted connections are connections like all others. */
final class TlsTest {
    private static final Frame ONE = Frame.of("{\"n\":1}");
    private static final Frame TWO = Frame.of("{\"n\":2}");
    private static final Frame LARGE = Frame.of("{\"text\":\"" + "x".repeat(8_000) + "\"}");

    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.make(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void framesTravelInBothVersions(String version) throws Exception {
        try (RunningEngine engine = engine(ROOMY, ECHO);
                SSLSocket peer = connect(engine)) {
            peer.setEnabledProtocols(new String[] {version});
            peer.getOutputStream().write(Pieces.glued(List.of(ONE, TWO)));
            assertThat(peer.getInputStream().readNBytes(14)).isEqualTo(Pieces.glued(List.of(ONE, TWO)));
            assertThat(peer.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, TLSv1.3", "RSA, TLSv1.2", "Ed25519, TLSv1.3", "Ed25519, TLSv1.2"})
    void theKeyMayBeOfAnyKindThatTheFilesMayHold(String kind, String version, @TempDir Path folder) throws Exception {
        TestCertificate made = TestCertificate.make(folder, kind);
        Encryption encryption = new Encryption(Certificate.of(made.chain(), made.key()));
        try (RunningEngine engine = new RunningEngine(options -> NettyEngine.tls(options, encryption), ROOMY, ECHO);
                SSLSocket peer = made.connect(engine.address().getPort())) {
            peer.setEnabledProtocols(new String[] {version});
            peer.getOutputStream().write(ONE.toByteArray());
            assertThat(peer.getInputStream().readNBytes(ONE.length())).isEqualTo(ONE.toByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatIsOwedArrivesAndThenAnEndThatNobodyCanForge(String version) throws Exception {
        List<Frame> owed = Collections.nCopies(100, LARGE);
        try (RunningEngine engine = engine(ROOMY, SILENT);
                SSLSocket peer = connect(engine)) {
            peer.setEnabledProtocols(new String[] {version});
            peer.startHandshake();
            Heard heard = engine.awaitAccepted();
            owed.forEach(heard.connection()::send);
            heard.connection().close();
            assertThat(peer.getInputStream().readAllBytes()).isEqualTo(Pieces.glued(owed));
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
        }
    }

    @Test
    void whatIsToRunAfterwardsWaitsForAPeerThatDoesNotRead() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        List<Frame> much = Collections.nCopies(1_000, LARGE);
        try (RunningEngine engine = engine(much.size() * LARGE.length(), SILENT);
                SSLSocket peer = connect(engine)) {
            peer.setReceiveBufferSize(256 * 1_024);
            peer.startHandshake();
            Heard heard = engine.awaitAccepted();
            much.forEach(heard.connection()::send);
            heard.connection().afterSent(() -> ran.complete(null));
            assertThat(peer.getInputStream().readNBytes(LARGE.length())).isEqualTo(LARGE.toByteArray());
            assertThat(ran).isNotDone();
            peer.getInputStream().skipNBytes((much.size() - 1L) * LARGE.length());
            ran.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void anAnswerThatComesAfterThePeersEndStillReachesIt() throws Exception {
        try (RunningEngine engine = engine(ROOMY, (frame, connection) -> connection.hold());
                SSLSocket peer = connect(engine)) {
            peer.getOutputStream().write(ONE.toByteArray());
            peer.shutdownOutput();
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
            heard.connection().send(TWO);
            heard.connection().release();
            assertThat(peer.getInputStream().readAllBytes()).isEqualTo(TWO.toByteArray());
        }
    }

    @Test
    void aPeerThatHangsUpHasLeft() throws Exception {
        try (RunningEngine engine = engine(ROOMY, SILENT)) {
            SSLSocket peer = connect(engine);
            peer.startHandshake();
            peer.close();
            assertThat(engine.awaitAccepted().awaitClosed()).isEqualTo(Cause.PEER_LEFT);
        }
    }

    @Test
    void aFrameThatWaitsForAResumeIsNotLostWhenThePeerHangsUp() throws Exception {
        Heard.Reaction breathing = (frame, connection) -> {
            connection.pause();
            ForkJoinPool.commonPool().execute(connection::resume);
        };
        try (RunningEngine engine = engine(ROOMY, breathing)) {
            SSLSocket peer = connect(engine);
            peer.getOutputStream().write(Pieces.glued(List.of(ONE, TWO)));
            peer.close();
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFrame()).isEqualTo(ONE);
            assertThat(heard.awaitFrame()).isEqualTo(TWO);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
        }
    }

    @Test
    void aPeerThatReadsTooSlowlyIsTooSlow() throws Exception {
        try (RunningEngine engine = engine(64 * 1_024, SILENT);
                SSLSocket peer = connect(engine)) {
            peer.startHandshake();
            Heard heard = engine.awaitAccepted();
            Collections.nCopies(10_000, LARGE).forEach(heard.connection()::send);
            assertThat(heard.awaitClosed()).isEqualTo(Cause.TOO_SLOW);
            assertThat(new String(peer.getInputStream().readAllBytes(), UTF_8))
                    .endsWith(new String(Heard.TOO_SLOW.toByteArray(), UTF_8));
        }
    }

    @Test
    void whoDoesNotSpeakTlsIsLostAndDisturbsNobody() throws Exception {
        try (RunningEngine engine = engine(ROOMY, ECHO);
                SSLSocket innocent = connect(engine);
                Socket plain = engine.connectPlainly()) {
            innocent.startHandshake();
            Heard bystander = engine.awaitAccepted();
            plain.getOutputStream().write(ONE.toByteArray());
            assertThat(engine.awaitAccepted().awaitClosed()).isEqualTo(Cause.PEER_LOST);
            assertServes(innocent);
            bystander.awaitFrame();
        }
    }

    private static void assertServes(Socket peer) throws IOException {
        OutputStream out = peer.getOutputStream();
        out.write(ONE.toByteArray());
        assertThat(peer.getInputStream().readNBytes(ONE.length())).isEqualTo(ONE.toByteArray());
    }

    @Test
    void aBrowserConnectsThroughTls() throws Exception {
        Web site = WebSites.site(Duration.ofSeconds(10));
        HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.trust()).build();
        try (RunningEngine engine =
                new RunningEngine(options -> NettyEngine.web(options, site, encryption()), ROOMY, ECHO)) {
            Browser browser = Browser.connect(client, WebSites.uri("wss", engine, WebSites.PATH));
            assertThat(browser.send("{}").awaitMessage()).isEqualTo("{}");
            browser.close(1000);
            assertThat(browser.awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void whoComesLaterIsShownWhatIsShownThen() throws Exception {
        TestCertificate other = TestCertificate.make(Files.createDirectory(directory.resolve("other")));
        Encryption encryption = new Encryption(certificate.certificate());
        try (RunningEngine engine = new RunningEngine(options -> NettyEngine.tls(options, encryption), ROOMY, ECHO);
                SSLSocket before = connect(engine)) {
            assertServes(before);
            encryption.show(other.certificate());
            try (SSLSocket after = other.connect(engine.address().getPort());
                    SSLSocket mistaken = connect(engine)) {
                assertServes(after);
                assertThatThrownBy(mistaken::startHandshake).isInstanceOf(SSLHandshakeException.class);
            }
            assertServes(before);
        }
    }

    @Test
    void anOlderVersionIsRefused() throws Exception {
        String hello = "16030100" + "2f" + "0100002b" + "0302" + "00".repeat(32) + "00" + "0004c009002f" + "0100";
        try (RunningEngine engine = engine(ROOMY, ECHO);
                Socket peer = engine.connectPlainly()) {
            peer.getOutputStream().write(HexFormat.of().parseHex(hello));
            assertThat(peer.getInputStream().readAllBytes())
                    .as("an alert, fatal: protocol version")
                    .startsWith(0x15)
                    .endsWith(2, 70);
        }
    }

    @Test
    void whoSaysNothingIsLostAfterAWhile() throws Exception {
        try (RunningEngine engine = engine(ROOMY, ECHO);
                Socket silent = engine.connectPlainly()) {
            silent.setSoTimeout(15_000);
            silent.getInputStream().readAllBytes();
            assertThat(engine.awaitAccepted().awaitClosed()).isEqualTo(Cause.PEER_LOST);
        }
    }

    private static RunningEngine engine(int outboxBytes, Heard.Reaction reaction) throws IOException {
        return new RunningEngine(options -> NettyEngine.tls(options, encryption()), outboxBytes, reaction);
    }

    private static Encryption encryption() throws IOException {
        return new Encryption(certificate.certificate());
    }

    private static SSLSocket connect(RunningEngine engine) throws Exception {
        return certificate.connect(engine.address().getPort());
    }
}
