package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.testkit.WireExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestTest {
    private static final String HELLO = "{'cmdid':10000,'timestamp':1795266000,'params':{'content':'Hello world!'}}";

    @Test
    void aLineHasItsFields() throws JimFault {
        Request request = read(HELLO);
        assertThat(request.address()).isEqualTo("127.0.0.1:50412");
        assertThat(request.cmdid()).isEqualTo(10_000);
        assertThat(request.timestamp()).isEqualTo(1_795_266_000L);
        assertThat(request.params()).isEqualTo(Map.of("content", "Hello world!"));
        assertThat(request.rawBody()).isEqualTo(HELLO.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'cmdid':1}", "{'cmdid':1,'timestamp':null,'params':null}", "{'more':[],'cmdid':1}"})
    void whatIsLeftOutHasItsDefault(String line) throws JimFault {
        long before = Instant.now().getEpochSecond();
        Request request = read(line);
        assertThat(request.timestamp()).isBetween(before, Instant.now().getEpochSecond());
        assertThat(request.params()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, -5", "2147483647, 2147483647", "-2147483648, -2147483648", "1e4, 10000", "7.0, 7"})
    void aCommandIsAnyWholeNumberOf32Bits(String written, int command) throws JimFault {
        assertThat(read("{'cmdid':" + written + "}").cmdid()).isEqualTo(command);
    }

    @Test
    void aTimeMayHaveAFraction() throws JimFault {
        assertThat(read("{'cmdid':1,'timestamp':1795266000.75}").timestamp()).isEqualTo(1_795_266_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``              | the line is empty: expected an object, such as {\"cmdid\":10000}",
                "`  `            | expected a JSON object that begins with '{'",
                "hello           | expected a JSON object that begins with '{'",
                "[1]             | expected a JSON object that begins with '{'",
                "{'cmdid':1      | not strict JSON: check quotes, commas, escapes and numbers near $.cmdid",
                "{'cmdid':1} {}  | something follows the object",
                "{'cmdid':1,'cmdid':2} | the field 'cmdid' is there twice",
                "{}              | field 'cmdid': expected a whole number, such as 10000, got nothing",
                "{'cmdid':null}  | field 'cmdid': expected a whole number, such as 10000, got nothing",
                "{'cmdid':'1'}   | field 'cmdid': expected a whole number, such as 10000, got a text",
                "{'cmdid':1.5}   | field 'cmdid': expected a whole number, such as 10000, got 1.5",
                "{'cmdid':4294977296} | field 'cmdid': expected a whole number, such as 10000, got 4294977296",
                "{'cmdid':1e400} | field 'cmdid': expected a whole number, such as 10000, got 1e400",
                "{'cmdid':true}  | field 'cmdid': expected a whole number, such as 10000, got true",
                "{'cmdid':{}}    | field 'cmdid': expected a whole number, such as 10000, got an object",
                "{'cmdid':1,'timestamp':'now'} | field 'timestamp': expected a number of seconds, got a text",
                "{'cmdid':1,'params':[]} | field 'params': expected an object, got a list",
                "{'cmdid':1,'params':'x'} | field 'params': expected an object, got a text"
            })
    void whatIsNoRequestIsRefusedWithWhatWasExpected(String line, String says) {
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> read(line)).withMessage(says);
    }

    @Test
    void paramsMayBe32ObjectsDeepAndNoDeeper() throws JimFault {
        assertThat(read(nested(30)).params()).containsKey("x");
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> read(nested(31)));
    }

    private static String nested(int depth) {
        return "{'cmdid':1,'params':{'x':" + "[".repeat(depth) + "]".repeat(depth) + "}}";
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        Frame line = Frame.copyOf(new byte[] {'{', (byte) 0xC0, '}'}, 0, 3);
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> new Request("", line))
                .withMessage("the bytes are not UTF-8");
    }

    @Test
    void aRequestThatIsWrittenIsReadBackTheSame() throws JimFault {
        Request sent = new Request(10_001, Map.of("list", List.of("я", true), "text", "a\nb"));
        Request read = new Request("127.0.0.1:1", sent.body());
        assertThat(sent.rawBody()).doesNotContain("\n");
        assertThat(read.cmdid()).isEqualTo(10_001);
        assertThat(read.timestamp()).isEqualTo(sent.timestamp());
        assertThat(read.params()).isEqualTo(sent.params());
        assertThat(sent.address()).isEmpty();
    }

    @Test
    void whatTheCallerDoesToItsMapLaterIsNotInTheRequest() {
        Map<String, Object> params = new HashMap<>(Map.of("x", "1"));
        Request request = new Request(1, params);
        params.put("x", "2");
        assertThat(request.params()).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void aLogShowsNoParameters() throws JimFault {
        assertThat(read(HELLO)).hasToString("Request[10000 from 127.0.0.1:50412, 74 bytes]");
        assertThat(new Request(1, Map.of("password", "s3cret")).toString()).doesNotContain("s3cret");
    }

    private static Request read(String line) throws JimFault {
        return new Request("127.0.0.1:50412", WireExample.json(line));
    }
}
