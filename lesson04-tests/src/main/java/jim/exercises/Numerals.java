package jim.exercises;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** English numerals from zero to ten in Russian. */
public final class Numerals {
    private static final Map<String, String> RUSSIAN = Map.ofEntries(
            Map.entry("zero", "ноль"),
            Map.entry("one", "один"),
            Map.entry("two", "два"),
            Map.entry("three", "три"),
            Map.entry("four", "четыре"),
            Map.entry("five", "пять"),
            Map.entry("six", "шесть"),
            Map.entry("seven", "семь"),
            Map.entry("eight", "восемь"),
            Map.entry("nine", "девять"),
            Map.entry("ten", "десять"));

    private Numerals() {}

    /** {@code english} in Russian, with a capital where it has one; empty when it is no numeral that is known here. */
    public static Optional<String> inRussian(String english) {
        return Optional.ofNullable(RUSSIAN.get(english.toLowerCase(Locale.ROOT)))
                .map(russian -> Character.isUpperCase(english.charAt(0)) ? capitalised(russian) : russian);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
