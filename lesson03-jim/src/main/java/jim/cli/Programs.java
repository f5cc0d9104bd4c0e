package jim.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jim.spelling.Nearest;

/** Several programs under one command. The first word of the line says which of them is meant. */
public final class Programs {
    private record Part(Usage usage, Program.Body body) {}

    private final String command;
    private final String purpose;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /**
     * A command without programs.
     *
     * @param command how it is started, such as {@code dist/lesson 03}
     * @param purpose what its programs are, in one sentence
     */
    public Programs(String command, String purpose) {
        this.command = command;
        this.purpose = purpose;
    }

    /** One more program, which begins with {@code word}. */
    public Programs part(String word, Usage usage, Program.Body body) {
        parts.put(word, new Part(usage, body));
        return this;
    }

    /** Runs the program that the line names; without a word, or with {@code --help}, prints what there is. */
    public ExitCode run(String[] line, PrintStream out, PrintStream err) {
        if (line.length == 0 || line[0].startsWith("-")) {
            String[] options = line.length == 0 ? new String[] {"--help"} : line;
            return Program.run(usage(), options, arguments -> {}, out, err);
        }
        Part part = parts.get(line[0]);
        if (part == null) {
            return Program.run(usage(), new String[0], arguments -> refuse(line[0]), out, err);
        }
        return Program.run(part.usage, Arrays.copyOfRange(line, 1, line.length), part.body, out, err);
    }

    private Usage usage() {
        Usage usage = new Usage(command, String.join("|", parts.keySet()), purpose);
        parts.keySet().forEach(word -> usage.example(command + " " + word + " --help"));
        return usage;
    }

    private void refuse(String word) throws Stop {
        String known = parts.keySet().stream().map(part -> command + " " + part).collect(Collectors.joining(", "));
        String hint = Nearest.hint(word, parts.keySet(), ".");
        throw Stop.usage("there is no program '" + word + "'" + hint + "\nThere are: " + known);
    }
}
