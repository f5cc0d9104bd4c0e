package jim.bench.load;

import static jim.bench.load.Metric.COPIES;
import static jim.bench.load.Metric.CPU;
import static jim.bench.load.Metric.DELIVERED;
import static jim.bench.load.Metric.GENERATOR;
import static jim.bench.load.Metric.LOGINS;
import static jim.bench.load.Metric.MEMORY;
import static jim.bench.load.Metric.MOST;
import static jim.bench.load.Metric.P50;
import static jim.bench.load.Metric.P99;
import static jim.bench.load.Metric.P999;

import java.util.List;
import java.util.Locale;

/** What is asked of servers. The first metric of each is drawn. */
enum Shape {
    PAIRS_100_1("100 people in pairs, each with 1 message on its way"),
    PAIRS_100_16("100 people in pairs, each with 16 messages on their way"),
    PAIRS_1000_16("1,000 people in pairs, each with 16 messages on their way"),
    RATE_20K("100 people in pairs, 20,000 messages a second, come what may"),
    ROOM_1000("1,000 people in one room; 10 of them write, each with 4 messages on their way"),
    IDLE_10K("10,000 people who log in and say nothing"),
    STORE("100 people in pairs, each with 16 messages on their way; no answer before the message is on the disk"),
    START("from the command to the line that says that all three doors are open");

    private final String meaning;

    Shape(String meaning) {
        this.meaning = meaning;
    }

    /** As it is named on the command line. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    List<Metric> metrics() {
        return switch (this) {
            case PAIRS_100_1, PAIRS_100_16, PAIRS_1000_16 -> List.of(DELIVERED, CPU, GENERATOR);
            case RATE_20K -> List.of(P99, P50, P999, MOST, CPU);
            case ROOM_1000 -> List.of(COPIES, CPU);
            case IDLE_10K -> List.of(LOGINS, MEMORY);
            case STORE -> List.of(DELIVERED, CPU);
            case START -> List.of(Metric.START);
        };
    }
}
