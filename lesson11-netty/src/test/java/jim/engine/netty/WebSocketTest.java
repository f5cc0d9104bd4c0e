package jim.engine.netty;

import static jim.engine.netty.WebSites.ROOMY;
import static jim.engine.netty.WebSites.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.engine.Heard;
import jim.engine.RunningEngine;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's messages are frames like all others. */
final class WebSocketTest {
    private static final String ONE = "{\"n\":1}";
    private static final String TWO = "{\"n\":2}";

    @Test
    void aMessageIsAFrameInBothDirections() throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser = connect(engine).send(ONE).send(TWO);
            assertThat(browser.awaitMessage()).isEqualTo(ONE);
            assertThat(browser.awaitMessage()).isEqualTo(TWO);
        }
    }

    @Test
    void theLineFeedThatEndsAnObjectInAStreamIsNotInItsMessage() throws Exception {
        try (RunningEngine engine = WebSites.running(ROOMY, (frame, connection) -> connection.send(frame.line()))) {
            assertThat(connect(engine).send(ONE).awaitMessage()).isEqualTo(ONE);
        }
    }

    @Test
    void anotherPathHasAListenerOfItsOwn() throws Exception {
        Web site = WebSites.site(Duration.ofSeconds(10));
        try (RunningEngine engine = new RunningEngine(
                options -> NettyEngine.web(options, site.and("/other", options, Other::new)), ROOMY, WebSites.ECHO)) {
            Browser other =
                    Browser.connect(WebSites.uri("ws", engine, "/other")).send(ONE);
            assertThat(other.awaitMessage()).isEqualTo("the other");
            assertThat(connect(engine).send(TWO).awaitMessage()).isEqualTo(TWO);
        }
    }

    private record Other(Connection connection) implements ConnectionListener {
        @Override
        public void onFrame(Frame frame) {
            connection.send(Frame.of("the other"));
        }

        @Override
        public void onFault(JimFault fault) {}

        @Override
        public void onClosed(Cause why) {}
    }

    @Test
    void aMessageInFragmentsIsOneFrame() throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser =
                    connect(engine).send("{\"n\":", false).send("", false).send("1}");
            assertThat(browser.awaitMessage()).isEqualTo(ONE);
            assertThat(browser.send(TWO).awaitMessage()).isEqualTo(TWO);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 125, 126, 65_535, 65_536, 200_000})
    void aFrameOfAnyLengthReachesTheBrowser(int length) throws Exception {
        String text = "x".repeat(length);
        try (RunningEngine engine = WebSites.running(ROOMY, SILENT)) {
            Browser browser = connect(engine);
            engine.awaitAccepted().connection().send(Frame.of(text));
            assertThat(browser.awaitMessage()).isEqualTo(text);
        }
    }

    @Test
    void aPingIsAnsweredBetweenTheFragmentsOfAMessage() throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser = connect(engine).send("{\"n\":", false);
            browser.ping("are you there?");
            assertThat(browser.awaitMessage()).isEqualTo("pong are you there?");
            assertThat(browser.send("1}").awaitMessage()).isEqualTo(ONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", ONE + TWO, "{\"n\":", "", " ", ONE + "x"})
    void aMessageThatIsNotOneObjectIsAFaultAsEverywhere(String message) throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser = connect(engine).send(message);
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFault()).matches(fault -> fault.closes());
            assertThat(heard.awaitClosed()).isEqualTo(Cause.CLOSED);
            assertThat(Frame.of(browser.awaitMessage())).isEqualTo(Heard.LAST.withoutLineFeed());
            assertThat(browser.awaitClose()).isEqualTo(1008);
        }
    }

    @Test
    void aBrowserThatClosesHasLeftAndHearsItsOwnCode() throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser = connect(engine).send(ONE);
            browser.close(4_000);
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
            assertThat(browser.awaitClose()).isEqualTo(4_000);
        }
    }

    @Test
    void whatWasSentBeforeACloseArrivesBeforeIt() throws Exception {
        try (RunningEngine engine = WebSites.running(ROOMY, SILENT)) {
            Browser browser = connect(engine);
            Heard heard = engine.awaitAccepted();
            heard.connection().send(Frame.of(ONE));
            heard.connection().close();
            assertThat(browser.awaitMessage()).isEqualTo(ONE);
            assertThat(browser.awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void anAnswerThatComesAfterTheBrowsersCloseArrivesBeforeOurs() throws Exception {
        try (RunningEngine engine = WebSites.running(ROOMY, (frame, connection) -> connection.hold())) {
            Browser browser = connect(engine).send(ONE);
            browser.close(4_000);
            Heard heard = engine.awaitAccepted();
            heard.awaitFrame();
            assertThat(heard.awaitClosed()).isEqualTo(Cause.PEER_LEFT);
            heard.connection().send(Frame.of(TWO));
            heard.connection().release();
            assertThat(browser.awaitMessage()).isEqualTo(TWO);
            assertThat(browser.awaitClose()).isEqualTo(4_000);
        }
    }

    @Test
    void aListenerThatThrowsIsAnErrorOfTheServer() throws Exception {
        Heard.Reaction failing = (frame, connection) -> {
            throw new IllegalStateException("as the test wants");
        };
        try (RunningEngine engine = WebSites.running(ROOMY, failing)) {
            Browser browser = connect(engine).send(ONE);
            assertThat(browser.awaitClose()).isEqualTo(1011);
            assertThat(engine.awaitFailure()).hasMessage("as the test wants");
        }
    }

    @Test
    void afterAPauseNoMessageComesUntilTheResume() throws Exception {
        Heard.Reaction pausing = (frame, connection) -> connection.pause();
        try (RunningEngine engine = WebSites.running(ROOMY, pausing)) {
            Browser browser = connect(engine).send(ONE).send(TWO);
            Heard heard = engine.awaitAccepted();
            assertThat(heard.awaitFrame()).isEqualTo(Frame.of(ONE));
            Browser other = connect(engine).send(ONE);
            assertThat(engine.awaitAccepted().awaitFrame()).isEqualTo(Frame.of(ONE));
            heard.assertSilent();
            heard.connection().resume();
            assertThat(heard.awaitFrame()).isEqualTo(Frame.of(TWO));
            browser.close(1000);
            other.close(1000);
        }
    }

    @Test
    void anEngineThatClosesSaysSo() throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            Browser browser = connect(engine);
            engine.awaitAccepted();
            engine.stop();
            assertThat(browser.awaitClose()).isEqualTo(1000);
        }
    }

    private static Browser connect(RunningEngine engine) throws Exception {
        return Browser.connect(WebSites.uri("ws", engine, WebSites.PATH));
    }
}
