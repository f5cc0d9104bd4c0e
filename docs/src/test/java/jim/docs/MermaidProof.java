package jim.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code mermaid}: a diagram of a known type that names no class and no function that is not there. */
record MermaidProof(SourceNames names) implements Proof {
    private static final Set<String> TYPES = Set.of(
            "flowchart",
            "graph",
            "sequenceDiagram",
            "stateDiagram",
            "stateDiagram-v2",
            "classDiagram",
            "erDiagram",
            "timeline",
            "mindmap");
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\\b");
    private static final Pattern FUNCTION = Pattern.compile("\\b([a-z]\\w*)\\((?=[\\w, ]*\\))");

    @Override
    public List<String> problems(Fence fence) throws IOException {
        List<String> problems = new ArrayList<>();
        String first = fence.lines().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        if (!TYPES.contains(first.strip().split("\\s+", 2)[0])) {
            problems.add("'" + first + "' begins no diagram of a known type");
        }
        fence.lines().stream()
                .filter(line -> line.chars().filter(c -> c == '"').count() % 2 == 1)
                .forEach(line -> problems.add("a quotation mark is not closed: " + line));
        String drawn = String.join(
                "\n",
                fence.lines()
                        .subList(
                                Math.min(1, fence.lines().size()), fence.lines().size()));
        found(TYPE_NAME, 0, drawn)
                .filter(name -> !names.hasType(name))
                .forEach(name -> problems.add("no source declares or imports the type '" + name + "'"));
        found(FUNCTION, 1, drawn)
                .filter(name -> !names.hasFunction(name))
                .forEach(name -> problems.add("no source has a function '" + name + "'"));
        return problems;
    }

    private static Stream<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(match -> match.group(group)).distinct();
    }
}
