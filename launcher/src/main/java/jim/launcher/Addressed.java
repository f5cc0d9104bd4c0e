package jim.launcher;

import jim.cli.Stop;

/** {@code NAME: TEXT}. */
record Addressed(String name, String text) {
    /** Whether the first word of {@code line} is a name with a colon. */
    static boolean looksLike(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && line.substring(0, colon).chars().noneMatch(Character::isWhitespace);
    }

    /** The two parts of {@code line}. */
    static Addressed in(String line) throws Stop {
        int colon = line.indexOf(':');
        if (!looksLike(line) || line.substring(colon + 1).isBlank()) {
            throw Stop.usage("it is: NAME: TEXT");
        }
        return new Addressed(line.substring(0, colon), line.substring(colon + 1).strip());
    }
}
