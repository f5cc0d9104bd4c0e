package jim.reliability;

import java.util.Locale;

/** Figures in words. */
final class Text {
    private Text() {}

    /** {@code format}, in the same language on every machine. */
    static String of(String format, Object... values) {
        return values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    }
}
