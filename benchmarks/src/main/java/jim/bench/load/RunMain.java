package jim.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;

/** Measures the messenger beside other servers, and writes the page with the results. */
public final class RunMain {
    private static final Path FOLDER = Path.of("benchmarks");
    private static final Set<Shape> APART = EnumSet.of(Shape.IDLE_10K, Shape.STORE, Shape.START);
    private static final String OURS = "ours";

    private static final Contestant BY_SCRIPT = Contestant.withAllDoors("ours, by its script", Contestant.script());

    private final Trials trials;
    private final int rounds;
    private final Set<Shape> shapes;
    private final Results results = new Results();

    private RunMain(int rounds, Duration time, Set<Shape> shapes) {
        this.rounds = rounds;
        this.trials = new Trials(time);
        this.shapes = shapes;
    }

    /** Runs the program. */
    public static void main(String[] line) {
        String names =
                String.join(",", Arrays.stream(Shape.values()).map(Shape::title).toList());
        Usage usage = new Usage("benchmarks/run", "", "Measures the messenger beside other servers that are installed.")
                .option("r", "rounds", "N", "rounds, of which the median counts (default 3)")
                .option("s", "secs", "N", "seconds for which a load is measured (default 3)")
                .option(null, "shapes", "A,B", "only these of " + names)
                .flag("w", "write", "writes benchmarks/results.md, and the picture beside it")
                .example("benchmarks/run --shapes pairs-100-16,rate-20k")
                .example("benchmarks/run --write");
        Program.main(usage, line, arguments -> run(arguments, String.join(" ", line)));
    }

    private static void run(Arguments arguments, String line) throws Stop {
        int rounds = arguments.number("rounds", 3, 1, 100);
        Duration time = Duration.ofSeconds(arguments.number("secs", 3, 1, 600));
        RunMain run = new RunMain(rounds, time, shapes(arguments));
        try {
            run.measure();
            ResultsPage page = new ResultsPage(run.results);
            String text = page.text(Machine.now(rounds, time), ("benchmarks/run " + line).strip());
            System.out.println("\n" + text);
            if (arguments.has("write")) {
                Files.writeString(FOLDER.resolve("results.md"), text, UTF_8);
                Files.writeString(FOLDER.resolve("results.svg"), page.picture(), UTF_8);
            }
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "the measurement has failed: " + e.getMessage()
                            + "\nBuild first with 'mvn package', and run this from the root of the repository.");
        }
    }

    private static Set<Shape> shapes(Arguments arguments) throws Stop {
        if (!arguments.has("shapes")) {
            return EnumSet.allOf(Shape.class);
        }
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        for (String title : arguments.text("shapes", "").split(",", -1)) {
            shapes.add(Arrays.stream(Shape.values())
                    .filter(shape -> shape.title().equals(title))
                    .findFirst()
                    .orElseThrow(() -> Stop.usage("there is no shape '" + title + "': see benchmarks/run --help")));
        }
        return shapes;
    }

    /** In each round every server has its turn, so that what happens to the machine happens to all of them. */
    private void measure() throws IOException {
        List<Contestant> contestants = contestants();
        if (shapes.contains(Shape.START)) {
            System.out.println("once, so that there is an archive");
            ServerProcess.start(BY_SCRIPT).close();
        }
        for (int i = 1; i <= rounds; i++) {
            System.out.println("round " + i + " of " + rounds);
            for (Contestant one : contestants) {
                loads(one);
                alone(Shape.IDLE_10K, one);
            }
            store();
            start();
        }
    }

    private static List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>();
        all.add(Contestant.messenger(OURS, Contestant.jar(), "--store", "memory"));
        all.add(Contestant.router("router of lesson 10"));
        peer("nats-server", Contestant.nats(), all);
        peer("mosquitto", Contestant.mosquitto(), all);
        return all;
    }

    private static void peer(String name, Optional<Contestant> peer, List<Contestant> all) {
        peer.ifPresentOrElse(all::add, () -> System.out.println(name + " is not installed, and is left out"));
    }

    private void loads(Contestant one) throws IOException {
        Set<Shape> wanted = EnumSet.copyOf(shapes);
        wanted.removeAll(APART);
        if (!one.hasRooms()) {
            wanted.remove(Shape.ROOM_1000);
        }
        if (!wanted.isEmpty()) {
            try (ServerProcess server = ServerProcess.start(one)) {
                trials.warmUp(one, server);
                for (Shape shape : wanted) {
                    keep(shape, one.name(), trials.load(shape, one, server));
                }
            }
        }
    }

    /** On a server that has not done anything else. */
    private void alone(Shape shape, Contestant one) throws IOException {
        if (shapes.contains(shape)) {
            try (ServerProcess server = ServerProcess.start(one)) {
                keep(shape, one.name(), trials.load(shape, one, server));
            }
        }
    }

    private void store() throws IOException {
        if (shapes.contains(Shape.STORE)) {
            Contestant one = Contestant.messenger(OURS, Contestant.jar(), "--store", "sqlite", "--data", "kept");
            try (ServerProcess server = ServerProcess.start(one)) {
                trials.warmUp(one, server);
                keep(Shape.STORE, one.name(), trials.load(Shape.STORE, one, server));
            }
            keep(Shape.STORE, "SQLite alone", trials.sqliteAlone());
        }
    }

    private void start() throws IOException {
        alone(Shape.START, BY_SCRIPT);
        alone(Shape.START, Contestant.withAllDoors("ours, by its jar", Contestant.jar()));
    }

    private void keep(Shape shape, String name, Sample sample) {
        results.add(shape, name, sample);
        StringBuilder line = new StringBuilder("  " + name + ", " + shape.title() + ":");
        shape.metrics().stream()
                .filter(sample.figures()::containsKey)
                .forEach(metric -> line.append(' ')
                        .append(metric.shown(sample.figures().get(metric)))
                        .append(' ')
                        .append(metric.title())
                        .append(','));
        System.out.println(line.append(sample.faults().isEmpty() ? " nothing went wrong" : " " + sample.faults()));
    }
}
