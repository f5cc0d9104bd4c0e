package jim.docs;

import java.util.List;
import java.util.regex.Pattern;

/** Hides what is another in each run: times, dates, durations, process ids, ports that the system chose, fingerprints. */
final class Mask {
    private record Rule(Pattern pattern, String replacement) {
        Rule(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("\\b(?:[0-9A-F]{2}:){31}[0-9A-F]{2}\\b", "<fingerprint>"),
            new Rule("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d ", "<date> "),
            new Rule("\\b\\d{4}-\\d\\d-\\d\\d(?:T(?=\\d))?", "<date> "),
            new Rule("\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?", "<time>"),
            new Rule("<date> +(?:<time>)(?: \\d{4}\\b)?", "<date> <time>"),
            new Rule("\\b[12]\\d{9}(?:\\.\\d+)?\\b", "<seconds>"),
            new Rule("\\b\\d+(?:\\.\\d+)? ?(?:ns|us|µs|ms|s|min)\\b", "<duration>"),
            new Rule("\\b(pid\\W{1,3})\\d+\\b", "$1<pid>"),
            new Rule("(?<=[:\\w] ?)(?<![\\d.])(?:3[3-9]\\d{3}|32[89]\\d\\d|[45]\\d{4}|6[0-5]\\d{3})\\b", "<port>"));

    private Mask() {}

    /** {@code line} without what is another in each run, and without white space at its end. */
    static String of(String line) {
        String masked = line.stripTrailing();
        for (Rule rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }
}
