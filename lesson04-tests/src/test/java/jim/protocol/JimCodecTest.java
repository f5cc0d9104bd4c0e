package jim.protocol;

import static jim.testkit.WireExample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.testkit.AnswerContract;
import jim.testkit.CodecContract;
import jim.testkit.Verdict;
import jim.testkit.WireExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codec of lesson 3. */
final class JimCodecTest implements CodecContract, AnswerContract {
    private static final Clock NOON = Clock.fixed(Instant.ofEpochMilli(1_500), ZoneOffset.UTC);

    private final JimCodec codec = new JimCodec(JimCodec.MAX_TEXT, NOON);

    @Override
    public JimMessage request(Frame frame) throws JimFault {
        return codec.request(frame).message();
    }

    @Override
    public JimObject fromServer(Frame frame) throws JimFault {
        return codec.fromServer(frame);
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#requests")
    void whatIsWrittenIsReadBackTheSame(WireExample example) throws JimFault {
        JimMessage message = ((Verdict.Accepted) example.verdict()).message();
        assertThat(request(codec.encode(message))).isEqualTo(message);
    }

    @Test
    void aMessageIsWrittenInOnePieceThatEndsInALineFeed() {
        assertThat(text(codec.encode(new Presence("ann", "here", List.of("id")))))
                .isEqualTo(
                        "{\"action\":\"presence\",\"time\":1.500,\"type\":\"status\",\"user\":{\"account_name\":\"ann\","
                                + "\"status\":\"here\"},\"ext\":[\"id\"]}\n");
    }

    @Test
    void lettersAreWrittenAsTheyAre() {
        assertThat(text(codec.encode(new Msg("боб", "ann", "привет \ud83d\ude00"))))
                .contains("\"to\":\"боб\"", "\"message\":\"привет \ud83d\ude00\"");
    }

    @Test
    void theTimeOfAMessageIsKeptWhenItHasOne() {
        assertThat(text(codec.encode(new Msg("bob", "ann", "hi", null, Instant.ofEpochSecond(2)))))
                .contains("\"time\":2.000,");
    }

    @Test
    void theServerAddsWhatTellsAMessageFromOthers() throws JimFault {
        Msg msg = new Msg("bob", "ann", "hi", null, Instant.ofEpochSecond(2));
        Msg tracked = msg.with(new JimMessage.Tracking(null, "1f", 7L));

        assertThat(codec.encode(msg, new Hexadecimal(0x1f), 7)).isEqualTo(codec.encode(tracked));
        assertThat(codec.encode(codec.encode(msg), new Hexadecimal(0x1f), 7)).isEqualTo(codec.encode(tracked));
        assertThat(codec.fromServer(codec.encode(tracked))).isEqualTo(tracked);
    }

    @Test
    void aGoodAnswerHasAnAlertAndABadOneAnError() {
        assertThat(text(codec.encode(Response.of(Status.OK, "hi"))))
                .isEqualTo("{\"response\":200,\"time\":1.500,\"alert\":\"hi\"}\n");
        assertThat(text(codec.encode(Response.of(Status.BAD_REQUEST, "no"))))
                .isEqualTo("{\"response\":400,\"time\":1.500,\"error\":\"no\"}\n");
    }

    @Test
    void furtherFieldsOfAnAnswerAreWrittenWithTheirTypes() {
        Response answer = Response.of(Status.OK, "").with(Map.of("x", List.of(Map.of("a", 1), true, "t", 0.5)));
        assertThat(text(codec.encode(answer))).endsWith("\"alert\":\"\",\"x\":[{\"a\":1},true,\"t\",0.5]}\n");
    }

    @Test
    void aTimestampIsTakenAnewForEachAnswer() {
        Hand clock = new Hand();
        JimCodec moving = new JimCodec(JimCodec.MAX_TEXT, clock);
        String first = text(moving.encode(Response.of(Status.OK, "")));
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        String second = text(moving.encode(Response.of(Status.OK, "")));
        assertThat(first).contains("\"time\":0.000");
        assertThat(second).contains("\"time\":1.000");
    }

    @Test
    void withoutAClockOfItsOwnItTellsTheSystemsTime() {
        Instant before = Instant.now();
        assertThat(new JimCodec().now()).isBetween(before, before.plusSeconds(60));
    }

    @Test
    void aRaisedLimitHoldsForTextsOnly() throws JimFault {
        JimCodec raised = new JimCodec(JimCodec.MAX_TEXT_RAISED, NOON);
        Msg longest = new Msg("bob", "ann", "x".repeat(4_000));
        assertThat(raised.request(raised.encode(longest)).message()).isEqualTo(longest);
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> raised.request(raised.encode(new Msg("bob", "ann", "x".repeat(4_001)))))
                .withMessage("field 'message': expected at most 4000 characters, got 4001");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_001})
    void aLimitOutOfBoundsIsOurOwnFault(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JimCodec(limit, NOON))
                .withMessageContaining("1 to 4000");
    }

    @Test
    void theSmallestLimitIsOne() throws JimFault {
        JimCodec terse = new JimCodec(1, NOON);
        assertThat(terse.request(terse.encode(new Msg("bob", "ann", "x"))).message())
                .isInstanceOf(Msg.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'to':'bob','message':'hi'", "'from':'ann','message':'hi'"})
    void aTextNeedsASenderAndARecipient(String fields) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> request(json("{'action':'msg'," + fields + "}")))
                .withMessageContaining("missing, expected a text");
    }

    @Test
    void aUserThatIsATextIsRefused() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> request(json("{'action':'presence','user':'ann'}")))
                .withMessage("field 'user': expected an object, got a text");
    }

    @Test
    void aTimeInWordsIsNoTimeOfAMessage() throws JimFault {
        JimMessage message = request(json("{'action':'msg','time':'noon','to':'bob','from':'ann','message':'hi'}"));
        assertThat(message).isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @Test
    void theIdsOfARequestAreInItsAnswer() throws JimFault {
        Request request = codec.request(json("{'action':'probe','id':7,'cid':'c1'}"));
        assertThat(request.message()).isEqualTo(new Probe());
        assertThat(text(codec.encode(request.answered(Response.of(Status.OK, "")))))
                .endsWith("\"alert\":\"\",\"id\":7,\"cid\":\"c1\"}\n");
    }

    @Test
    void anIdOfMoreThan64CharactersIsNotRepeated() throws JimFault {
        String longest = "i".repeat(64);
        Request request = codec.request(json("{'action':'probe','id':'" + longest + "','cid':'" + longest + "c'}"));
        assertThat(request.echo()).containsOnlyKeys("id").containsEntry("id", longest);
    }

    @Test
    void theIdOfARequestIsInItsFaultToo() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> request(json("{'action':'dance','id':'a'}")))
                .satisfies(fault -> assertThat(fault.answer().more()).isEqualTo(Map.of("id", "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "[1]", "{}"})
    void anIdIsATextOrANumberOrIsNotRepeated(String id) throws JimFault {
        assertThat(codec.request(json("{'action':'probe','id':" + id + "}")).echo())
                .isEmpty();
    }

    @Test
    void aWrongValueIsShownCutAndNeutralised() {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> request(
                        json("{'action':'presence','user':{'account_name':'ann'},'after':" + "1".repeat(50) + "}")))
                .withMessageEndingWith("got '" + "1".repeat(40) + "'");
    }

    /** A clock that stands until somebody moves it. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static String text(Frame frame) {
        return new String(frame.toByteArray(), StandardCharsets.UTF_8);
    }
}
