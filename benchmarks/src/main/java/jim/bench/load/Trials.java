package jim.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Measures one contestant in one shape. */
final class Trials {
    private static final Duration SETTLE = Duration.ofMillis(500);
    /** For our own JVM, when it does the work itself. */
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /** Who were there before the others, so that what a server needs once is not counted. */
    private static final int FIRST = 100;

    private static final int IDLE = 10_000;
    private static final String ROOM = "#all-of-us";

    private final Duration time;
    private int crowds;

    /**
     * @param time how long a load is measured
     */
    Trials(Duration time) {
        this.time = time;
    }

    /** Lets the JVM compile what is measured afterwards. */
    void warmUp(Contestant one, ServerProcess server) throws IOException {
        if (!one.warmUp().isZero()) {
            try (Crowd crowd = crowd(one, server, 100)) {
                Load.pairs(crowd).closed(16, Duration.ZERO, one.warmUp(), server);
            }
        }
    }

    /** A load on a server that other loads may have been on before. */
    Sample load(Shape shape, Contestant one, ServerProcess server) throws IOException {
        return switch (shape) {
            case PAIRS_100_1 -> pairs(one, server, 100, 1);
            case PAIRS_100_16, STORE -> pairs(one, server, 100, 16);
            case PAIRS_1000_16 -> pairs(one, server, 1_000, 16);
            case RATE_20K -> rate(one, server);
            case ROOM_1000 -> room(one, server);
            case IDLE_10K -> idle(one, server);
            case START -> Sample.of(Map.of(Metric.START, server.start().toNanos() / 1e6));
        };
    }

    private Sample pairs(Contestant one, ServerProcess server, int people, int window) throws IOException {
        try (Crowd crowd = crowd(one, server, people)) {
            return closed(Load.pairs(crowd).closed(window, SETTLE, time, server), Metric.DELIVERED);
        }
    }

    private Sample room(Contestant one, ServerProcess server) throws IOException {
        try (Crowd crowd = crowd(one, server, 1_000)) {
            return closed(Load.room(crowd, ROOM, 10).closed(4, SETTLE, time, server), Metric.COPIES);
        }
    }

    private static Sample closed(Load.Outcome outcome, Metric delivered) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(delivered, outcome.perSecond());
        figures.put(Metric.CPU, outcome.cpuPerMillion());
        figures.put(Metric.GENERATOR, outcome.cost().ours() * 1e6 / outcome.delivered());
        return Sample.of(outcome, figures);
    }

    private Sample rate(Contestant one, ServerProcess server) throws IOException {
        try (Crowd crowd = crowd(one, server, 100)) {
            Load.Outcome outcome = Load.pairs(crowd).open(20_000, SETTLE, time, server);
            Map<Metric, Double> figures = new EnumMap<>(Metric.class);
            figures.put(Metric.P50, outcome.took().getValueAtPercentile(50) / 1e3);
            figures.put(Metric.P99, outcome.took().getValueAtPercentile(99) / 1e3);
            figures.put(Metric.P999, outcome.took().getValueAtPercentile(99.9) / 1e3);
            figures.put(Metric.MOST, outcome.took().getMaxValue() / 1e3);
            figures.put(Metric.CPU, outcome.cpuPerMillion());
            return Sample.of(outcome, figures);
        }
    }

    private Sample idle(Contestant one, ServerProcess server) throws IOException {
        Crowd first = crowd(one, server, FIRST);
        long memory = server.memory();
        long start = System.nanoTime();
        try (Crowd idle = crowd(one, server, IDLE)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double grown = server.memory() - memory;
            return Sample.of(Map.of(Metric.LOGINS, IDLE / seconds, Metric.MEMORY, grown / 1_024 / idle.size()));
        } finally {
            first.close();
        }
    }

    /** People whom this server has not met before. */
    private Crowd crowd(Contestant one, ServerProcess server, int size) throws IOException {
        return Crowd.of(server.address(), one.speech(), "p" + crowds++ + "n", size);
    }

    /** What SQLite commits when nobody sends anything. */
    Sample sqliteAlone() throws IOException {
        Path folder = Folders.make();
        try (SqliteAlone alone = new SqliteAlone(folder)) {
            alone.perSecond(WARM_UP);
            Cost.Meter meter = Cost.meter();
            double perSecond = alone.perSecond(time);
            double cpu = meter.cost().ours() / time.toNanos() * 1e9;
            return Sample.of(Map.of(Metric.DELIVERED, perSecond, Metric.CPU, cpu * 1e6 / perSecond));
        } catch (SQLException e) {
            throw new IOException("SQLite alone: " + e.getMessage(), e);
        } finally {
            Folders.delete(folder);
        }
    }
}
