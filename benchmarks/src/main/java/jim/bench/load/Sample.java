package jim.bench.load;

import java.util.Map;

/**
 * What was measured once.
 *
 * @param others how many processors everything else on this computer kept busy meanwhile
 * @param faults what went wrong with messages; empty for nothing
 */
record Sample(Map<Metric, Double> figures, double others, String faults) {
    /** Something that ran without a load. */
    static Sample of(Map<Metric, Double> figures) {
        return new Sample(figures, 0, "");
    }

    /** What {@code outcome} and more say. */
    static Sample of(Load.Outcome outcome, Map<Metric, Double> figures) {
        String faults = outcome.faults().none() ? "" : outcome.faults().toString();
        return new Sample(figures, outcome.cost().others() / outcome.seconds(), faults);
    }
}
