package jim.messenger.dialect;

import static jim.messenger.dialect.AliasesTest.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jim.messenger.course.Words;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire of the course's clients, in both directions, in the words of its console messenger unless a test says others. */
final class CourseDialectTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_763_721_491);
    private static final String CTIME = "Sat Nov 21 10:28:11 2026";

    private static final String MESSAGE =
            "{'action':'message','from_user':'ann','to_user':'bob','time':'" + CTIME + "','message_text':'hi'}";

    private final JimCodec codec = new JimCodec(500, Clock.fixed(NOW, ZoneOffset.UTC));
    private CourseDialect dialect;

    @BeforeEach
    void learn() throws JimFault {
        dialect = course(Words.UNKNOWN.after(object(MESSAGE)));
    }

    private CourseDialect course(Words words) {
        return new CourseDialect(codec, words);
    }

    static JimMessage[] allButPresence() {
        return new JimMessage[] {new Msg("bob", "ann", "hi"), new Join("#team"), new Who(null), new Quit()};
    }

    @Test
    void aPresenceIsUnderstood() throws JimFault {
        assertThat(message("{'action':'presence','time':'" + CTIME + "','from_user':{'account_name':'ann'}}"))
                .isEqualTo(new Presence("ann"));
    }

    @Test
    void aMessageIsUnderstood() throws JimFault {
        assertThat(message(MESSAGE)).isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @Test
    void aQuitIsUnderstood() throws JimFault {
        assertThat(message("{'action':'quit','time':'" + CTIME + "','account_name':'ann'}"))
                .isEqualTo(new Quit());
    }

    @Test
    void aTextThatIsNotAsciiIsUnderstood() throws JimFault {
        assertThat(message("{'action':'message','from_user':'аня','to_user':'боб','message_text':'привет 👋'}"))
                .isEqualTo(new Msg("боб", "аня", "привет 👋"));
    }

    @Test
    void theRestOfJimIsUnderstoodToo() throws JimFault {
        assertThat(message("{'action':'join','room':'#team'}")).isEqualTo(new Join("#team"));
        assertThat(message("{'action':'who'}")).isEqualTo(new Who(null));
    }

    @Test
    void theIdOfARequestIsRepeated() throws JimFault {
        Request request = dialect.request(object("{'action':'presence','id':'7','from_user':{'account_name':'ann'}}"));
        assertThat(request.echo()).isEqualTo(Map.of("id", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','from_user':'ann'}",
                "{'action':'presence','from_user':5}",
                "{'action':'presence','from_user':null}",
                "{'action':'presence','from_user':[]}",
                "{'action':'presence','from_user':[{'account_name':'ann'}]}",
                "{'action':'presence','from_user':{}}",
                "{'action':'presence','from_user':{'account_name':5}}",
                "{'action':'presence','from_user':{'account_name':null}}",
                "{'action':'presence','from_user':{'account_name':['ann']}}",
                "{'action':'presence','from_user':{'account_name':''}}",
                "{'action':'presence','time':[],'from_user':{'account_name':'ann'}}",
                "{'action':'message','from_user':5,'to_user':'bob','message_text':'hi'}",
                "{'action':'message','from_user':{'account_name':'ann'},'to_user':'bob','message_text':'hi'}",
                "{'action':'message','from_user':'ann','to_user':['bob'],'message_text':'hi'}",
                "{'action':'message','from_user':'ann','to_user':true,'message_text':'hi'}",
                "{'action':'message','from_user':'ann','to_user':'bob','message_text':5}",
                "{'action':'message','from_user':'ann','to_user':'bob','message_text':null}",
                "{'action':'message','from_user':'ann','to_user':'bob','message_text':{'de':'hallo'}}",
                "{'action':'message','from_user':'ann','to_user':'bob'}",
                "{'action':'message'}",
                "{'action':['message'],'from_user':'ann'}",
                "{'action':{},'from_user':'ann'}",
                "{'action':5,'from_user':'ann'}",
                "{'action':null,'from_user':'ann'}",
                "{'action':'massage','from_user':'ann'}",
                "{'from_user':'ann'}"
            })
    void aWrongFieldIsAFaultThatClosesIfItIsInAPresence(String json) throws JimFault {
        JsonObject object = object(json);
        JimFault fault = catchThrowableOfType(JimFault.class, () -> dialect.request(object));
        assertThat(fault.closes()).isEqualTo(json.contains("'presence'"));
        assertThat(fault.answer().is(Status.BAD_REQUEST)).isTrue();
    }

    @Test
    void aGoodAnswerToAPresenceIsTold() {
        Response welcome = Response.of(Status.OK, "welcome");
        assertThat(dialect.told(new Presence("ann"), welcome)).contains(welcome);
        assertThat(dialect.ends(new Presence("ann"), welcome)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"BAD_REQUEST", "UNAUTHORIZED", "CONFLICT"})
    void aRefusalOfAPresenceIsA400AndTheEnd(Status status) {
        Response refusal = Response.of(status, "the name is in use");
        assertThat(dialect.told(new Presence("ann"), refusal))
                .contains(Response.of(Status.BAD_REQUEST, "the name is in use"));
        assertThat(dialect.ends(new Presence("ann"), refusal)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("allButPresence")
    void whatOnlyJimHasIsAnsweredAndTheRestIsNot(JimMessage message) {
        boolean onlyInJim = message instanceof Join || message instanceof Who;
        for (Response answer : List.of(Response.of(Status.OK, "done"), Response.of(Status.NOT_FOUND, "nobody"))) {
            assertThat(dialect.told(message, answer)).isEqualTo(onlyInJim ? Optional.of(answer) : Optional.empty());
        }
    }

    @ParameterizedTest
    @MethodSource("allButPresence")
    void ofAllElseOnlyAQuitIsTheEnd(JimMessage message) {
        assertThat(dialect.ends(message, Response.of(Status.NOT_FOUND, "nobody")))
                .isEqualTo(message instanceof Quit);
    }

    @Test
    void aMessageComesInTheClientsOwnWords() {
        assertThat(text(frame(new Msg("bob", "ann", "hi", "utf-8", at("2026-11-21T10:28:11")))))
                .isEqualTo("{'action':'message','time':'" + CTIME
                        + "','from_user':'ann','to_user':'bob','message_text':'hi'}\n");
    }

    @Test
    void theClientsOwnNameStandsInToUserWhateverTheMessageSays() throws JimFault {
        assertThat(sent(new Msg("#team", "ann", "hi")).get("to_user").getAsString())
                .isEqualTo("bob");
    }

    @Test
    void aTextThatIsNotAsciiGoesOutAsItIs() {
        assertThat(text(dialect.messages(new Msg("боб", "аня", "привет 👋"), null, "боб")
                        .get(0)))
                .contains("'from_user':'аня','to_user':'боб'")
                .contains("'message_text':'привет 👋'");
    }

    @Test
    void aMessageWithoutATimeGetsTheTimeNow() throws JimFault {
        Msg now = new Msg("bob", "ann", "hi", null, NOW);
        assertThat(sent(new Msg("bob", "ann", "hi"))).isEqualTo(sent(now));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:28:11, Sat Nov 21 10:28:11 2026",
        "2026-09-01T00:00:00, Tue Sep  1 00:00:00 2026",
        "2027-02-28T23:59:59, Sun Feb 28 23:59:59 2027",
        "2024-05-09T08:07:06, Thu May  9 08:07:06 2024"
    })
    void theTimeIsWrittenAsPythonWritesIt(String time, String ctime) throws JimFault {
        assertThat(sent(new Msg("bob", "ann", "hi", null, at(time))).get("time").getAsString())
                .isEqualTo(ctime);
    }

    @Test
    void aTimeThatIsANumberStaysOne() throws JimFault {
        dialect = course(Words.UNKNOWN.after(object("{'action':'presence','time':1.5}")));
        assertThat(text(frame(new Msg("bob", "ann", "hi")))).contains("'time':1763721491.000,");
    }

    @Test
    void untilItsWordsAreKnownAMessageComesInAllOfThem() throws JimFault {
        dialect = course(Words.UNKNOWN);
        JsonObject sent = sent(new Msg("#team", "ann", "hi"));
        assertThat(sent.remove("action").getAsString()).isEqualTo("message");
        assertThat(sent.remove("time").getAsLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(sent)
                .isEqualTo(object("{'from':'ann','sender':'ann','from_user':'ann','account_name':'ann',"
                        + "'to':'bob','destination':'bob','to_user':'bob','message_receiver':'bob','recipient':'bob',"
                        + "'message':'hi','mess_text':'hi','message_text':'hi','msg_txt':'hi','text':'hi'}"));
    }

    @Test
    void eachWordIsLearnedFromTheFirstMessageThatHasIt() throws JimFault {
        Words words = Words.UNKNOWN
                .after(object("{'action':'m','sender':'bob','text':'to all'}"))
                .after(object("{'action':'message','from':'bob','recipient':'ann','mess_text':'hi'}"));
        dialect = course(words);
        assertThat(sent(new Msg("bob", "ann", "hi")).keySet())
                .containsExactly("action", "time", "sender", "recipient", "text");
        assertThat(words.verb()).isEqualTo("m");
    }

    /** The first lesson about a chat has clients that write {@code account_name} and wait for {@code sender}. */
    @Test
    void whoNamesHimselfAccountNameHearsAllNamesOfTheSender() throws JimFault {
        dialect = course(Words.UNKNOWN.after(object("{'action':'message','account_name':'bob','mess_text':'hi'}")));
        assertThat(sent(new Msg("bob", "ann", "hi")).keySet())
                .contains("sender", "from", "account_name", "mess_text")
                .doesNotContain("message");
    }

    @ParameterizedTest
    @CsvSource({"70, 640, 5", "100, 640, 3", "250, 640, 2", "420, 640, 1", "500, 1000, 1"})
    void aLongerTextComesUnderFewerNamesSoThatItIsReadAtOnce(int length, int most, int names) throws JimFault {
        dialect = course(Words.UNKNOWN);
        Msg msg = new Msg("bob", "ann", "x".repeat(length));
        assertThat(frame(msg).length()).isLessThanOrEqualTo(most);
        JsonObject sent = sent(msg);
        assertThat(sent.get("mess_text").getAsString()).isEqualTo(msg.text());
        assertThat(sent.get("from").getAsString()).isEqualTo("ann");
        assertThat(sent.get("to").getAsString()).isEqualTo("bob");
        assertThat(Stream.of("message", "mess_text", "message_text", "msg_txt", "text")
                        .filter(sent::has))
                .hasSize(names);
    }

    @Test
    void atAThousandBytesAMessageIsWholeAndAtOneMoreItIsNot() {
        int others = frame(new Msg("bob", "ann", "")).length();
        assertThat(frame(new Msg("bob", "ann", "x".repeat(1_000 - others))).length())
                .isEqualTo(1_000);
        assertThat(dialect.messages(new Msg("bob", "ann", "x".repeat(1_001 - others)), null, "bob"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"я", "漢", "𝄞", "\u0001", "👋🏽"})
    void aTextThatIsTooLongForOneReadComesInPartsInItsOrder(String letter) throws JimFault {
        String text = "first " + letter.repeat(500) + " last";
        String longName = "я".repeat(25);
        for (Dialect each : List.of(dialect, course(Words.UNKNOWN))) {
            StringBuilder heard = new StringBuilder();
            for (Frame frame : each.messages(new Msg(longName, longName, text), null, longName)) {
                assertThat(frame.length()).isLessThanOrEqualTo(1_000);
                JsonObject part = StrictJson.object(frame);
                heard.append(part.get(part.has("mess_text") ? "mess_text" : "message_text")
                        .getAsString());
            }
            assertThat(heard).hasToString(text);
        }
    }

    private JimMessage message(String json) throws JimFault {
        return dialect.request(object(json)).message();
    }

    private JsonObject sent(Msg msg) throws JimFault {
        return StrictJson.object(frame(msg));
    }

    private Frame frame(Msg msg) {
        List<Frame> frames = dialect.messages(msg, null, "bob");
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    /** Seconds since 1970 when it is {@code local} here. */
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
    }

    private static String text(Frame frame) {
        return new String(frame.toByteArray(), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
