package jim.testkit;

import static jim.testkit.WireExample.stays;

import java.util.List;

/** Names that nobody may have (protocol, section 2, "Names"). */
final class NameFaults {
    private static final String LETTERS = "only letters, digits, '_', '-' and '.'";

    private NameFaults() {}

    static final List<WireExample> ROWS = List.of(
            name("an empty name", "", "1 to 25 characters"),
            name("a name of 26 letters", "a".repeat(26), "at most 25 characters, got 26"),
            name("a name that begins with a dot", ".ann", "a letter or digit as its first character"),
            name("a name that begins with a line", "_ann", "a letter or digit as its first character"),
            name("a name that looks like a room", "#ann", "a letter or digit as its first character"),
            name("a name with a space", "ann lee", LETTERS),
            name("a name with a line feed", "ann\\nlee", "got 'ann\\nlee'"),
            name("a name with a zero byte", "ann\\u0000", LETTERS),
            name("a name with a sign", "ann@home", LETTERS),
            name("a name with an emoji", "ann\ud83d\ude00", LETTERS),
            name("a name that turns text around", "ann\u202e", "got 'ann\\u202e'"),
            name("a name with a character of no width", "a\u200bnn", LETTERS),
            name("a name with a letter that draws nothing", "\uac00\u3164", LETTERS),
            name("a name with a Latin letter beyond a to z", "andr\u00e9", LETTERS),
            name("a name with a Latin letter of full width", "\uff41nn", LETTERS),
            name("a name with an Arabic digit", "\u0430\u0661", LETTERS),
            name("a name of two scripts", "\u0430nn", "letters of one script only"),
            name("a name in decomposed form", "\u1100\u1161", "letters in composed form (NFC)"),
            name("a reserved name", "server", "a name that is not reserved for the server"),
            name("a reserved name in capitals", "ADMIN", "a name that is not reserved for the server"));

    private static WireExample name(String what, String name, String says) {
        return stays(what, GoodRequests.presence(name), says);
    }
}
