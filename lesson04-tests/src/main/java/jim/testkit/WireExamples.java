package jim.testkit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one table of named frames: what a request, a fault and an answer look like on the wire, and what must become of
 * each. Tests of the codec, of the engines, of the servers and of foreign programs all feed on it, so that a rule is
 * written down once.
 */
public final class WireExamples {
    private WireExamples() {}

    /** Requests that a server understands, at least one for each action; verdict {@link Verdict.Accepted}. */
    public static List<WireExample> requests() {
        return GoodRequests.ROWS;
    }

    /** Well-formed objects that are wrong in their content; verdict {@link Verdict.Stays}. */
    public static List<WireExample> contentFaults() {
        return Stream.of(ContentFaults.ROWS, NameFaults.ROWS)
                .flatMap(List::stream)
                .toList();
    }

    /** Bytes that are no strict JSON object, or one that is too long or too deep; verdict {@link Verdict.Closes}. */
    public static List<WireExample> notJson() {
        return Stream.of(BrokenJson.ROWS, BrokenBytes.ROWS)
                .flatMap(List::stream)
                .toList();
    }

    /** What servers say; verdict {@link Verdict.Answer} or {@link Verdict.NoAnswer}. */
    public static List<WireExample> answers() {
        return ServerAnswers.ROWS;
    }

    /** The whole table. */
    public static List<WireExample> all() {
        return Stream.of(requests(), contentFaults(), notJson(), answers())
                .flatMap(List::stream)
                .toList();
    }
}
