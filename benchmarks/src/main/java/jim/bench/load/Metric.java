package jim.bench.load;

import java.util.Locale;

/** A kind of figure. */
enum Metric {
    DELIVERED("messages/s", "%,.0f", true),
    COPIES("copies/s", "%,.0f", true),
    CPU("CPU s per million", "%.2f", false),
    GENERATOR("generator's CPU s per million", "%.2f", false),
    P50("p50 µs", "%,.0f", false),
    P99("p99 µs", "%,.0f", false),
    P999("p99.9 µs", "%,.0f", false),
    MOST("max µs", "%,.0f", false),
    LOGINS("logins/s", "%,.0f", true),
    MEMORY("KiB per connection", "%.1f", false),
    START("ms until it listens", "%,.0f", false);

    private final String title;
    private final String format;
    private final boolean moreIsBetter;

    Metric(String title, String format, boolean moreIsBetter) {
        this.title = title;
        this.format = format;
        this.moreIsBetter = moreIsBetter;
    }

    /** As a column's head. */
    String title() {
        return title;
    }

    /** With what is better, as a chart's head. */
    String question() {
        return title + (moreIsBetter ? " (more is better)" : " (less is better)");
    }

    String shown(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Whether it says something of the servers. */
    boolean isCompared() {
        return this != GENERATOR;
    }
}
