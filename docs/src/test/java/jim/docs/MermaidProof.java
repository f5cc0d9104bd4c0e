package jim.docs;

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
    public List<String> problems(Fence fence) {
        return Stream.of(cannotBeDrawn(fence.lines()), isNotThere(String.join("\n", fence.lines())))
                .flatMap(problem -> problem)
                .toList();
    }

    private static Stream<String> cannotBeDrawn(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        Stream<String> unknown = TYPES.contains(first.split("\\s+", 2)[0])
                ? Stream.of()
                : Stream.of("'" + first + "' begins no diagram of a known type");
        Stream<String> unclosed = lines.stream()
                .filter(line -> line.chars().filter(c -> c == '"').count() % 2 == 1)
                .map(line -> "a quotation mark is not closed: " + line);
        return Stream.concat(unknown, unclosed);
    }

    private Stream<String> isNotThere(String diagram) {
        Stream<String> types = found(TYPE_NAME, 0, diagram)
                .filter(name -> !names.hasType(name))
                .map(name -> "no source declares or imports the type '" + name + "'");
        Stream<String> functions = found(FUNCTION, 1, diagram)
                .filter(name -> !names.hasFunction(name))
                .map(name -> "no source has a function '" + name + "'");
        return Stream.concat(types, functions);
    }

    private static Stream<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(match -> match.group(group)).distinct();
    }
}
