package jim.testkit;

import static jim.testkit.WireExample.closes;
import static jim.testkit.WireExample.json;

import java.util.List;
import jim.protocol.Frame;

/** Characters that are no strict JSON object (protocol, section 1), though some parsers let them pass. */
final class BrokenJson {
    private static final String STRICT = "not strict JSON";

    private BrokenJson() {}

    static final List<WireExample> ROWS = List.of(
            closes("a field twice", "{'action':'quit','action':'quit'}", "the field 'action' is there twice"),
            closes("a field twice, once with escapes", "{'action':'quit','\\u0061ction':'quit'}", "is there twice"),
            closes("a field twice further in", "{'action':'quit','x':[{'y':1,'y':1}]}", "the field 'y' is there twice"),
            value("NaN", "NaN"),
            value("infinity", "Infinity"),
            value("infinity below", "-Infinity"),
            value("a number in hex", "0x1F"),
            value("a leading zero", "01"),
            value("a leading plus", "+1"),
            value("a number without its first digit", ".5"),
            value("a number without its last digit", "1."),
            value("a number without its exponent", "1e"),
            value("a minus alone", "-"),
            value("true in capitals", "TRUE"),
            value("a word without quotes", "hello"),
            value("nothing where a value is due", ""),
            value("a comma at the end of a list", "[1,]"),
            value("a comma at the start of a list", "[,1]"),
            value("a list without commas", "[1 2]"),
            value("an escape that JSON has not", "'\\x41'"),
            value("an escape with a letter too few", "'\\u12'"),
            value("an escape with a wrong letter", "'\\u12g4'"),
            value("an escaped line end", "'\\\n'"),
            value("a raw line feed in a text", "'a\nb'"),
            value("a raw tab in a text", "'a\tb'"),
            value("a raw zero byte in a text", "'a\0b'"),
            value("a form feed as white space", "\f1"),
            value("a wide space as white space", "\u00a01"),
            closes("a comma at the end", "{'action':'quit',}", STRICT),
            closes("no comma", "{'action':'quit' 'x':1}", STRICT),
            closes("a semicolon as a comma", "{'action':'quit';'x':1}", STRICT),
            closes("no colon", "{'action' 'quit'}", STRICT),
            closes("an equals sign as a colon", "{'action'='quit'}", STRICT),
            closes("an arrow as a colon", "{'action'=>'quit'}", STRICT),
            closes("a field without quotes", "{action:'quit'}", STRICT),
            closes("a field without a value", "{'action'}", STRICT),
            closes("single quotes", Frame.of("{'action':'quit'}"), STRICT),
            closes("an escaped single quote", Frame.of("{\"action\":\"quit\",\"x\":\"\\'\"}"), STRICT),
            closes("a comment to the end of the line", "{'action':'quit'// bye\n}", STRICT),
            closes("a comment with a hash", "{'action':'quit'# bye\n}", STRICT),
            closes("a comment between stars", "{'action':'quit'/* bye */}", STRICT),
            closes("the first half of a pair", "{'action':'quit','x':'\\ud834'}", STRICT),
            closes("the second half of a pair", "{'action':'quit','x':'\\udd1e'}", STRICT),
            closes("a pair in the wrong order", "{'action':'quit','x':'\\udd1e\\ud834'}", STRICT),
            closes("half of a pair in a field", "{'action':'quit','\\ud834':1}", STRICT),
            closes("a bracket that closes an object", "{'action':'quit']", "']' closes an object"),
            closes("a brace that closes a list", "{'action':['quit'}", "'}' closes an array"),
            closes("9 levels deep", "{'action':'quit','x':[{'x':[{'x':[{'x':[{}]}]}]}]}", "deeper than 8 levels"),
            closes(
                    "8,193 bytes",
                    "{'action':'quit','x':'" + "x".repeat(8_193 - "{'action':'quit','x':''}".length()) + "'}",
                    "longer than 8192 bytes"),
            closes("a list", "['quit']", "begins with '{', got '['"),
            closes("a text", "'quit'", "begins with '{', got '\"'"),
            closes("a number", "1", "begins with '{', got '1'"),
            closes("a word", "quit\n", "begins with '{', got 'q'"),
            closes("a closing brace", "}", "begins with '{', got '}'"),
            closes("a browser", "GET / HTTP/1.1\r\n\r\n", "begins with '{', got 'G'"),
            closes("a word after the object", "{'action':'probe'}x", "begins with '{', got 'x'"),
            closes("a comma between objects", "{'action':'probe'},{'action':'probe'}", "begins with '{', got ','"));

    private static WireExample value(String name, String value) {
        return closes(name + " as a value", json("{'action':'quit','x':" + value + "}"), STRICT);
    }
}
