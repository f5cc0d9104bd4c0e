package jim.chat.server;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jim.cli.Arguments;
import jim.cli.Stop;
import jim.spelling.Nearest;

/**
 * Which engines run, as a command line has it.
 *
 * @param word how it names them
 * @param ports where each of them listens
 */
record EngineChoice(String word, Map<EngineKind, Integer> ports) {
    private static final String ALL = "all";

    static EngineChoice of(Arguments arguments) throws Stop {
        EngineChoice usual = usual(arguments.text("engine", EngineKind.THREADS.word()));
        List<Integer> ports = arguments.ports("port", List.copyOf(usual.ports.values()));
        if (ports.size() != usual.ports.size()) {
            throw Stop.usage("expected one port for each engine: " + usual.options());
        }
        Map<EngineKind, Integer> chosen = new EnumMap<>(EngineKind.class);
        usual.ports.keySet().forEach(kind -> chosen.put(kind, ports.get(chosen.size())));
        return new EngineChoice(usual.word, chosen);
    }

    private static EngineChoice usual(String word) throws Stop {
        Map<EngineKind, Integer> ports = new EnumMap<>(EngineKind.class);
        Arrays.stream(EngineKind.values())
                .filter(kind -> word.equals(ALL) || word.equals(kind.word()))
                .forEach(kind -> ports.put(kind, kind.port()));
        if (ports.isEmpty()) {
            throw unknown(word);
        }
        return new EngineChoice(word, ports);
    }

    private static Stop unknown(String word) {
        List<String> words = new ArrayList<>(EngineKind.words());
        words.add(ALL);
        return Stop.usage("there is no engine '" + word + "'" + Nearest.hint(word, words, ".") + "\nThere are: "
                + String.join(", ", words));
    }

    /** The options that make this choice. */
    String options() {
        return "--engine " + word + " --port "
                + ports.values().stream().map(String::valueOf).collect(joining(","));
    }

    /** This choice, but for one port. */
    EngineChoice with(EngineKind kind, int port) {
        Map<EngineKind, Integer> changed = new EnumMap<>(ports);
        changed.put(kind, port);
        return new EngineChoice(word, changed);
    }
}
