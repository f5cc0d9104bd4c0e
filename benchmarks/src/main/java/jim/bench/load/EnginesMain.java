package jim.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;

/** Measures the engines of lessons 9 to 11 side by side, and writes the table and the plot of lesson 11's page. */
public final class EnginesMain {
    private static final String BEGIN = "<!-- engines: begin -->\n";
    private static final String END = "<!-- engines: end -->\n";
    private static final Shape LOAD = Shape.PAIRS_100_16;
    private static final Shape IDLE = Shape.IDLE_10K;

    private final Trials trials;
    private final int rounds;
    private final Results results = new Results();

    private EnginesMain(Duration round, int rounds) {
        this.trials = new Trials(round);
        this.rounds = rounds;
    }

    /** Runs the program. */
    public static void main(String[] line) {
        Usage usage = new Usage("benchmarks/engines", "", "Measures the engines of lessons 9 to 11 side by side.")
                .option("r", "rounds", "N", "rounds, of which the median counts (default 5)")
                .option("s", "seconds", "N", "seconds in a round (default 3)")
                .option("n", "newest", "HOME", "home of a newer Java, on which the threads run once more")
                .option("w", "write", "FOLDER", "writes the table into README.md there, and the plot beside it")
                .example("benchmarks/engines --write lesson11-netty");
        Program.main(usage, line, EnginesMain::run);
    }

    private static void run(Arguments arguments) throws Stop {
        EnginesMain bench = new EnginesMain(
                Duration.ofSeconds(arguments.number("seconds", 3, 1, 600)), arguments.number("rounds", 5, 1, 100));
        Optional<Path> newest =
                Optional.ofNullable(arguments.text("newest", null)).map(Path::of);
        try {
            bench.measure(Contestant.engines(newest));
            System.out.println();
            System.out.print(bench.table());
            if (arguments.has("write")) {
                bench.write(Path.of(arguments.text("write", "")));
            }
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "the measurement has failed: " + e.getMessage()
                            + "; build first with 'mvn package', and run this from the root of the repository");
        }
    }

    private void write(Path folder) throws IOException {
        Path page = folder.resolve("README.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the table, which is between " + BEGIN + " and " + END);
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + table() + text.substring(end));
        Files.writeString(folder.resolve("engines.svg"), picture());
    }

    /** Servers take turns, so that what happens to the machine in the meantime happens to all of them. */
    private void measure(List<Contestant> contestants) throws IOException {
        Map<Contestant, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (Contestant one : contestants) {
                servers.put(one, ServerProcess.start(one));
                trials.warmUp(one, servers.get(one));
            }
            for (int i = 1; i <= rounds; i++) {
                for (Contestant one : contestants) {
                    keep(LOAD, one, servers.get(one));
                }
                System.out.println("round " + i + " of " + rounds);
            }
        } finally {
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        }
        for (Contestant one : contestants) {
            try (ServerProcess fresh = ServerProcess.start(one)) {
                keep(IDLE, one, fresh);
            }
        }
    }

    private void keep(Shape shape, Contestant one, ServerProcess server) throws IOException {
        Sample sample = trials.load(shape, one, server);
        if (!sample.faults().isEmpty()) {
            throw new IOException(one.name() + ": " + sample.faults());
        }
        results.add(shape, one.name(), sample);
    }

    /** In Markdown; each is compared with the first. */
    private String table() {
        StringBuilder table = new StringBuilder("| | messages/s | × the first | CPU s per million | × the first "
                + "| KiB per idle connection |\n|---|--:|--:|--:|--:|--:|\n");
        String first = results.contestants(LOAD).get(0);
        for (String name : results.contestants(LOAD)) {
            double delivered = results.median(LOAD, name, Metric.DELIVERED);
            double cpu = results.median(LOAD, name, Metric.CPU);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %s | %.2f | %s |%n",
                    name,
                    Metric.DELIVERED.shown(delivered),
                    delivered / results.median(LOAD, first, Metric.DELIVERED),
                    Metric.CPU.shown(cpu),
                    cpu / results.median(LOAD, first, Metric.CPU),
                    Metric.MEMORY.shown(results.median(IDLE, name, Metric.MEMORY))));
        }
        return table.toString();
    }

    private String picture() {
        return new Chart()
                .panel(results, LOAD, Metric.DELIVERED, "")
                .panel(results, LOAD, Metric.CPU, "")
                .panel(results, IDLE, Metric.MEMORY, "")
                .svg();
    }
}
