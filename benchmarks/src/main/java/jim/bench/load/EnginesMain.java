package jim.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;

/** Measures the engines of lessons 9 to 11 side by side, and writes the table and the plot of lesson 11's page. */
public final class EnginesMain {
    private static final String BEGIN = "<!-- engines: begin -->\n";
    private static final String END = "<!-- engines: end -->\n";
    private static final int USERS = 100;
    private static final int WINDOW = 16;
    private static final int IDLE = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final PrintStream out;
    private final Duration round;
    private final int rounds;

    private EnginesMain(PrintStream out, Duration round, int rounds) {
        this.out = out;
        this.round = round;
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
                System.out,
                Duration.ofSeconds(arguments.number("seconds", 3, 1, 600)),
                arguments.number("rounds", 5, 1, 100));
        String newest = arguments.text("newest", null);
        try {
            List<Figures> figures =
                    bench.measure(Contestant.all(Path.of("dist"), newest == null ? null : Path.of(newest)));
            System.out.println();
            System.out.print(Figures.table(figures));
            if (arguments.has("write")) {
                write(Path.of(arguments.text("write", "")), figures);
            }
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "the measurement has failed: " + e.getMessage()
                            + "; build first with 'mvn package', and run this from the root of the repository");
        }
    }

    private static void write(Path folder, List<Figures> figures) throws IOException {
        Path page = folder.resolve("README.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the table, which is between " + BEGIN + " and " + END);
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + Figures.table(figures) + text.substring(end));
        Files.writeString(folder.resolve("engines.svg"), Chart.of(figures), StandardCharsets.UTF_8);
    }

    /** Servers take turns, so that what happens to the machine in the meantime happens to all of them. */
    private List<Figures> measure(List<Contestant> contestants) throws IOException {
        Map<Contestant, List<double[]>> samples = new LinkedHashMap<>();
        Map<Contestant, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (Contestant one : contestants) {
                servers.put(one, ServerProcess.start(one.command()));
                samples.put(one, new ArrayList<>());
                load(one, servers.get(one), WARM_UP);
            }
            for (int i = 1; i <= rounds; i++) {
                for (Contestant one : contestants) {
                    samples.get(one).add(load(one, servers.get(one), round));
                }
                out.println("round " + i + " of " + rounds);
            }
        } finally {
            servers.values().forEach(ServerProcess::close);
        }
        List<Figures> figures = new ArrayList<>();
        for (Contestant one : contestants) {
            figures.add(figures(one, samples.get(one)));
        }
        return figures;
    }

    /** Messages per second, and seconds of processor time per million of them. */
    private static double[] load(Contestant one, ServerProcess server, Duration time) throws IOException {
        try (ClosedLoop loop = new ClosedLoop(server.address(), one.speech(), USERS, WINDOW)) {
            loop.start();
            loop.run(SETTLE);
            Duration before = server.cpu();
            long start = System.nanoTime();
            long delivered = loop.run(time);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = server.cpu().minus(before).toMillis() / 1e3;
            return new double[] {delivered / seconds, cpu * 1e6 / delivered};
        }
    }

    private Figures figures(Contestant one, List<double[]> samples) throws IOException {
        return new Figures(one.name(), median(samples, 0), median(samples, 1), idleBytes(one));
    }

    private static double median(List<double[]> samples, int column) {
        double[] sorted =
                samples.stream().mapToDouble(sample -> sample[column]).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** By how much a fresh server grows with each connection: a few come first, with what every server needs once. */
    private static double idleBytes(Contestant one) throws IOException {
        List<Talker> idle = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(one.command())) {
            for (int i = 0; i < USERS; i++) {
                idle.add(Talker.connect(server.address(), one.speech(), "warm" + i));
            }
            long before = server.memory();
            for (int i = 0; i < IDLE; i++) {
                idle.add(Talker.connect(server.address(), one.speech(), "idle" + i));
            }
            return (server.memory() - before) / (double) IDLE;
        } finally {
            for (Talker talker : idle) {
                talker.close();
            }
        }
    }
}
