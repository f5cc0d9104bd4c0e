package jim.reliability;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.spelling.Nearest;

/** Attacks the promises of the messenger, and prints one line for each. */
public final class ReliabilityMain {
    private static final String COMMAND = "reliability/run";
    private static final Path JAR = Path.of("dist", "final-messenger-server.jar");

    private final PrintStream out;
    private final Path jar;
    private final long seed;

    private ReliabilityMain(PrintStream out, Path jar, long seed) {
        this.out = out;
        this.jar = jar;
        this.seed = seed;
    }

    /** Runs the program. */
    public static void main(String[] line) {
        String names = Promises.ALL.stream().map(one -> "[" + one.name() + "]").collect(Collectors.joining(" "));
        Usage usage = new Usage(COMMAND, names, "Attacks what the messenger promises, and says what was kept.")
                .option("s", "seed", "N", "makes the same random choices again (default: another each time)")
                .option("r", "rounds", "N", "how many attacks; what is counted, README.md says for each promise")
                .option("j", "jar", "FILE", "the server (default " + JAR + ")")
                .example(COMMAND)
                .example(COMMAND + " kill --rounds 50");
        Program.main(usage, line, ReliabilityMain::run);
    }

    private static void run(Arguments arguments) throws Stop {
        Path jar = Path.of(arguments.text("jar", JAR.toString()));
        if (!Files.isRegularFile(jar)) {
            throw Stop.usage("there is no " + jar + ".\nBuild it: mvn -q -DskipTests package");
        }
        long seed = arguments.number("seed", new Random().nextInt(1_000_000), 0, Integer.MAX_VALUE);
        List<String> broken = new ArrayList<>();
        for (Promise promise : chosen(arguments.positional())) {
            int rounds = arguments.number("rounds", promise.rounds(), 1, 10_000_000);
            if (new ReliabilityMain(System.out, jar, seed).isBroken(promise, rounds)) {
                broken.add(promise.name());
            }
        }
        if (!broken.isEmpty()) {
            throw new Stop(ExitCode.BUG, "broken: " + String.join(", ", broken));
        }
    }

    private static List<Promise> chosen(List<String> names) throws Stop {
        List<String> known = Promises.ALL.stream().map(Promise::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw Stop.usage("there is no promise '" + name + "'" + Nearest.hint(name, known, ".") + "\nThere are: "
                        + String.join(", ", known));
            }
        }
        return Promises.ALL.stream()
                .filter(one -> names.isEmpty() || names.contains(one.name()))
                .toList();
    }

    private boolean isBroken(Promise promise, int rounds) {
        long start = System.nanoTime();
        Verdict verdict = verdict(promise, rounds);
        out.println(Text.of(
                "%-9s %-9s %s (seed %d, %.1f s)",
                verdict.outcome(), promise.name(), verdict.figures(), seed, (System.nanoTime() - start) / 1e9));
        return verdict.isBroken();
    }

    /** What the attack has left behind is thrown away, unless it shows how a promise was broken. */
    private Verdict verdict(Promise promise, int rounds) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("jim-" + promise.name() + "-");
            Verdict verdict = promise.keep(new Attack(jar, folder, seed, rounds));
            if (verdict.isBroken()) {
                return Verdict.broken(verdict.figures() + "; see " + folder);
            }
            delete(folder);
            return verdict;
        } catch (Exception | AssertionError e) {
            return Verdict.broken(e + " at " + e.getStackTrace()[0] + "; see " + folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
