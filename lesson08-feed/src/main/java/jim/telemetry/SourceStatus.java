package jim.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jim.cli.Stop;
import jim.spelling.Nearest;

/** What a source does, as it says itself. */
enum SourceStatus {
    IDLE(1),
    ACTIVE(2),
    RECHARGE(3);

    /** All of them, as a person is shown them. */
    static final String CHOICES =
            Arrays.stream(values()).map(SourceStatus::shown).collect(Collectors.joining(", "));

    private static final List<String> WORDS =
            Arrays.stream(values()).map(SourceStatus::name).toList();

    private final int code;

    SourceStatus(int code) {
        this.code = code;
    }

    /** Its number on the wire. */
    int code() {
        return code;
    }

    /** The number and the word. */
    String shown() {
        return code + " " + name();
    }

    /** The one with this number, if there is one. */
    static Optional<SourceStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** The one that a person has typed, by its number or its word. */
    static SourceStatus parse(String typed) throws Stop {
        return Arrays.stream(values())
                .filter(status -> typed.equals(String.valueOf(status.code)) || typed.equalsIgnoreCase(status.name()))
                .findFirst()
                .orElseThrow(() -> unknown(typed));
    }

    private static Stop unknown(String typed) {
        String hint = Nearest.hint(typed.toUpperCase(Locale.ROOT), WORDS, ".");
        return Stop.usage("there is no status '" + typed + "'" + hint + " There are: " + CHOICES + ".");
    }
}
