package jim.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the value of each JSON field {@code password} in a text. The second barrier: what holds a password shows none in
 * its {@code toString}, and this is for raw JSON that reaches a log by another way.
 */
final class Secrets {
    /** The field's name, also inside a JSON text that was quoted once more, and what stands before its value. */
    private static final Pattern FIELD = Pattern.compile("(?i)\"password\\\\*\"\\s*:\\s*");

    private Secrets() {}

    /** {@code text}, each password in it replaced by {@code ***}. */
    static String masked(String text) {
        if (text.indexOf('"') < 0) {
            return text; // As nearly every line.
        }
        Matcher field = FIELD.matcher(text);
        if (!field.find()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int copied = 0;
        do {
            shown.append(text, copied, field.end()).append("\"***\"");
            copied = endOfValue(text, field.end());
        } while (field.find(copied));
        return shown.append(text, copied, text.length()).toString();
    }

    /** Where the value ends that begins at {@code from}; in doubt, with the text. */
    private static int endOfValue(String text, int from) {
        if (from < text.length() && text.charAt(from) == '"') {
            return endOfQuoted(text, from + 1);
        }
        if (from < text.length() && text.charAt(from) == '\\') {
            return text.length();
        }
        int end = from;
        while (end < text.length() && ",}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }
}
