package jim.protocol;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for the names of people and rooms (protocol, section 2, "Names"). They keep two names that a person would
 * take for one from being two.
 */
public final class Names {
    /** The longest name of a person, and of a room with its {@code #}, in code points. */
    public static final int MAX_LENGTH = 25;

    private static final Set<String> RESERVED = Set.of(
            "server",
            "admin",
            "administrator",
            "system",
            "root",
            "all",
            "everyone",
            "everybody",
            "nobody",
            "operator",
            "moderator",
            "support");
    private static final Set<String> RESERVED_ROOMS = Set.of("all", "everyone", "everybody");

    private Names() {}

    /** Whether {@code to} is meant for a room: it begins with {@code #}. */
    public static boolean isRoom(String to) {
        return to.startsWith("#");
    }

    /** What two spellings of one name have in common: a name is unique regardless of case. Most names are their own key. */
    public static String key(String name) {
        return isOwnKey(name) ? name : name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether it is of ASCII alone, without a capital letter. */
    private static boolean isOwnKey(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Why {@code name} cannot be a person's name, as the end of the sentence "expected …"; empty when it can. */
    public static Optional<String> problemWithPerson(String name) {
        return RESERVED.contains(key(name))
                ? Optional.of("a name that is not reserved for the server")
                : problem(name, MAX_LENGTH);
    }

    /** Why {@code room} cannot be a room's name, as the end of the sentence "expected …"; empty when it can. */
    public static Optional<String> problemWithRoom(String room) {
        if (!isRoom(room)) {
            return Optional.of("a room, which begins with '#'");
        }
        String name = room.substring(1);
        return RESERVED_ROOMS.contains(key(name))
                ? Optional.of("a room that does not mean everyone")
                : problem(name, MAX_LENGTH - 1);
    }

    private static Optional<String> problem(String name, int most) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > most) {
            return Optional.of("1 to " + most + " characters");
        }
        if (!Character.isLetterOrDigit(name.codePointAt(0))) {
            return Optional.of("a letter or digit as its first character");
        }
        if (!VisibleText.all(name, Names::mayStandInName)) {
            return Optional.of("only letters, digits, '_', '-' and '.' (of Latin letters, a to z)");
        }
        if (VisibleText.all(name, c -> c < 128)) {
            return Optional.empty(); // Of one script, and composed.
        }
        if (scripts(name) > 1) {
            return Optional.of("letters of one script only");
        }
        return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of("letters in composed form (NFC)");
    }

    private static boolean mayStandInName(int c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
        }
        return Character.isLetter(c) && !VisibleText.isInvisible(c) && hasOwnScript(c);
    }

    private static boolean hasOwnScript(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script != UnicodeScript.LATIN && script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
    }

    private static long scripts(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .distinct()
                .count();
    }
}
