package jim.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jim.cli.Arguments;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.protocol.Names;

/**
 * What the command line asks for.
 *
 * @param clients the clients' names
 * @param port where the server is to listen; empty when the person did not say
 * @param script the file to play; empty when the person types
 * @param brief whether only expected lines are shown
 */
record Options(List<String> clients, Optional<Integer> port, Optional<Path> script, boolean brief) {
    private static final int DEFAULT_CLIENTS = 3;
    private static final int MOST_CLIENTS = 50;
    private static final List<String> NAMES = List.of("alice", "bob", "carol", "dave");

    /** The options with their help. */
    static Usage usage() {
        return new Usage(
                        "dist/launcher",
                        "",
                        "Starts one server and some clients, shows what each prints, and lets you type for each.")
                .option(null, "clients", "N", "how many clients, 1 to " + MOST_CLIENTS + " (default 3)")
                .option(null, "names", "A,B,C", "their names (default alice,bob,carol,dave,user5,...)")
                .option("p", "port", "PORT", "the server's TCP port, 0 for any free one (default 7777)")
                .option(null, "script", "FILE", "obey the lines of FILE in place of typed ones, then end")
                .flag(null, "brief", "show only the script's lines, what they expect, and errors")
                .example("dist/launcher --clients 3")
                .example("dist/launcher --names ann,ben -p 0")
                .example("dist/launcher --script dist/demo.script --brief");
    }

    /** Understands the command line, or says what is wrong with it. */
    static Options of(Arguments arguments) throws Stop {
        Optional<Integer> port = arguments.has("port") ? Optional.of(arguments.port("port", 0)) : Optional.empty();
        Optional<Path> script =
                arguments.has("script") ? Optional.of(path(arguments.text("script", ""))) : Optional.empty();
        if (arguments.has("brief") && script.isEmpty()) {
            throw Stop.usage("--brief goes with --script FILE: it shows what the script expects.");
        }
        return new Options(clients(arguments), port, script, arguments.has("brief"));
    }

    private static Path path(String text) throws Stop {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Stop.usage("'" + text + "' cannot be the name of a file.");
        }
    }

    private static List<String> clients(Arguments arguments) throws Stop {
        int count = arguments.number("clients", DEFAULT_CLIENTS, 1, MOST_CLIENTS);
        if (!arguments.has("names")) {
            return defaultNames(count);
        }
        List<String> names = checked(List.of(arguments.text("names", "").split(",", -1)));
        if (arguments.has("clients") && count != names.size()) {
            throw Stop.usage(
                    "--clients " + count + " and " + names.size() + " names: leave one of the two options out.");
        }
        return names;
    }

    private static List<String> defaultNames(int count) {
        Stream<String> further =
                IntStream.rangeClosed(NAMES.size() + 1, MOST_CLIENTS).mapToObj(n -> "user" + n);
        return Stream.concat(NAMES.stream(), further).limit(count).toList();
    }

    private static List<String> checked(List<String> given) throws Stop {
        List<String> names = new ArrayList<>();
        Set<String> keys = new HashSet<>(Set.of(Names.key(Screen.OWN)));
        for (String text : given) {
            String name = text.strip();
            Optional<String> problem = Names.problemWithPerson(name);
            if (problem.isPresent()) {
                throw Stop.usage("'" + name + "' cannot be a client's name, expected " + problem.get() + ".");
            }
            if (!keys.add(Names.key(name))) {
                throw Stop.usage("the name '" + name + "' is taken: each child needs a name of its own.");
            }
            names.add(name);
        }
        if (names.size() > MOST_CLIENTS) {
            throw Stop.usage(names.size() + " clients are too many, expected 1 to " + MOST_CLIENTS + ".");
        }
        return names;
    }
}
