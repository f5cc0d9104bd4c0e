package jim.launcher;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one line that our server prints when it listens: {@code {"event":"ready","jim":7777,…}}. */
final class ReadyLine {
    private static final Pattern FORM = Pattern.compile("\\{\"event\":\"ready\",\"jim\":(\\d{1,5})[,}].*");

    private ReadyLine() {}

    /** The port for JIM in {@code line}; empty when it is another line. */
    static Optional<Integer> port(String line) {
        Matcher ready = FORM.matcher(line);
        return ready.matches() ? Optional.of(Integer.valueOf(ready.group(1))) : Optional.empty();
    }
}
