package jim.reliability;

import java.util.ArrayList;
import java.util.List;
import jim.reliability.Verdict.Outcome;

/** What an attack finds out, figure by figure, until it is a verdict. For one thread. */
final class Findings {
    private final List<String> figures = new ArrayList<>();
    private String part = "";
    private boolean isTried;
    private boolean isBroken;

    /** One part of the promise: {@code figure} is what was seen, and {@code holds} whether that is what was promised. */
    Findings check(boolean holds, String figure, Object... values) {
        isTried = true;
        isBroken |= !holds;
        return note((holds ? "" : "BROKEN: ") + Text.of(figure, values));
    }

    /** Something to know that breaks nothing. */
    Findings note(String figure, Object... values) {
        figures.add(part + Text.of(figure, values));
        part = "";
        return this;
    }

    /** What comes next is about {@code name}. */
    Findings part(String name) {
        part = name + ": ";
        return this;
    }

    /** One part of the promise could not be attacked here. */
    Findings notTried(String part, String why) {
        figures.add(part + " not tried: " + why);
        return this;
    }

    Verdict verdict() {
        Outcome outcome = isBroken ? Outcome.BROKEN : isTried ? Outcome.HELD : Outcome.NOT_TRIED;
        return new Verdict(outcome, String.join("; ", figures));
    }
}
