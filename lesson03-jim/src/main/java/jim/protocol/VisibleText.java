package jim.protocol;

import java.util.function.IntPredicate;

/**
 * Text as it may stand on a screen or in a log. Control, invisible and direction characters are carried as data in a
 * message (protocol, section 2, "Names"), but shown as what they are: {@code \n}, {@code \u202e}.
 */
public final class VisibleText {
    private VisibleText() {}

    /** {@code text} with every character that would not be seen, or would move others about, spelled out. */
    public static String of(String text) {
        if (all(text, c -> !isInvisible(c))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** Whether each code point of {@code text} passes {@code test}. A stream for each name and line would be most of its cost. */
    static boolean all(String text, IntPredicate test) {
        int at = 0;
        while (at < text.length() && test.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at == text.length();
    }

    /** Whether the code point {@code c} has no picture of its own: a control, a direction mark, a filler. */
    public static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isFiller(c);
        };
    }

    /** Letters and symbols that Unicode draws as nothing: Hangul fillers, the braille blank, the grapheme joiner. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F;
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isInvisible(c)) {
                    shown.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
                } else {
                    shown.appendCodePoint(c);
                }
            }
        }
    }
}
