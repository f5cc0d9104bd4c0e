package jim.testkit;

import static jim.testkit.WireExample.bytes;
import static jim.testkit.WireExample.closes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jim.protocol.Frame;

/** Bytes that are no UTF-8 (protocol, section 1). */
final class BrokenBytes {
    private static final String UTF_8 = "not UTF-8";
    private static final String BEGIN = "begins with '{', got the byte 0x";

    private BrokenBytes() {}

    static final List<WireExample> ROWS = List.of(
            text("a byte that never occurs", "\u00ff"),
            text("a second byte without its first", "\u0080"),
            text("a first byte without its second", "\u00d0"),
            text("three bytes without the last", "\u00e2\u0082"),
            text("four bytes without the last", "\u00f0\u009d\u0084"),
            text("a slash in two bytes", "\u00c0\u00af"),
            text("a zero in two bytes", "\u00c0\u0080"),
            text("a zero in three bytes", "\u00e0\u0080\u0080"),
            text("a zero in four bytes", "\u00f0\u0080\u0080\u0080"),
            text("half of a surrogate pair in three bytes", "\u00ed\u00a0\u00b4"),
            text("a surrogate pair in six bytes", "\u00ed\u00a0\u00b4\u00ed\u00b4\u009e"),
            text("a number beyond the last code point", "\u00f4\u0090\u0080\u0080"),
            text("a letter in windows-1251", "\u00ef\u00f0\u00e8\u00e2\u00e5\u00f2"),
            closes("a byte-order mark", bytes("\u00ef\u00bb\u00bf{'action':'quit'}"), BEGIN + "ef"),
            closes("a byte-order mark between objects", bytes("{'action':'probe'}\u00ef\u00bb\u00bf"), BEGIN + "ef"),
            closes("a zero byte between objects", bytes("{'action':'probe'}\0"), BEGIN + "00"),
            closes("the first bytes of TLS", bytes("\u0016\u0003\u0001"), BEGIN + "16"),
            closes("UTF-16 with the low byte first", encoded(StandardCharsets.UTF_16LE), "not strict JSON"),
            closes("UTF-16 with the high byte first", encoded(StandardCharsets.UTF_16BE), BEGIN + "00"),
            closes("UTF-16 with its mark", encoded(StandardCharsets.UTF_16), BEGIN + "fe"),
            closes("UTF-32", encoded(Charset.forName("UTF-32LE")), "not strict JSON"));

    private static WireExample text(String name, String bytes) {
        return closes(name, bytes("{'action':'quit','x':'" + bytes + "'}"), UTF_8);
    }

    private static Frame encoded(Charset charset) {
        byte[] bytes = "{\"action\":\"quit\"}".getBytes(charset);
        return Frame.copyOf(bytes, 0, bytes.length);
    }
}
