package jim.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code java PATH}: the snippet stands in that file, indentation aside; a line {@code ...} skips what is between. */
record JavaProof(Repository repository) implements Proof {
    private static final String SKIP = "...";

    @Override
    public List<String> problems(Fence fence) {
        if (!repository.has(fence.argument()) || !fence.argument().endsWith(".java")) {
            return List.of("'" + fence.argument() + "' is no Java file of the repository");
        }
        List<String> source = stripped(repository.read(fence.argument()).lines().toList());
        int from = 0;
        for (List<String> part : parts(stripped(fence.lines()))) {
            int found = Collections.indexOfSubList(source.subList(from, source.size()), part);
            if (found < 0) {
                return List.of("these lines do not stand in " + fence.argument() + ", in this order:\n"
                        + String.join("\n", part));
            }
            from += found + part.size();
        }
        return fence.lines().isEmpty() ? List.of("the snippet is empty") : List.of();
    }

    private static List<List<String>> parts(List<String> snippet) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : snippet) {
            if (line.equals(SKIP)) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }
}
