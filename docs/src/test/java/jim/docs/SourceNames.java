package jim.docs;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that the sources of the repository declare, import or call. */
final class SourceNames {
    private static final Pattern TYPE = Pattern.compile(
            "\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)|^import [\\w.]*\\.([A-Z]\\w*);", Pattern.MULTILINE);
    private static final Pattern FUNCTION = Pattern.compile("\\b([a-z]\\w*)\\(");
    /** Words that look like types and are none. */
    private static final Set<String> WORDS = Set.of("WebSocket", "JavaScript");

    private final Set<String> types = new HashSet<>(WORDS);
    private final Set<String> functions = new HashSet<>();

    /** The names in {@code sources}, each the text of a file. */
    SourceNames(Iterable<String> sources) {
        for (String source : sources) {
            TYPE.matcher(source).results().forEach(type -> types.add(type.group(type.group(1) == null ? 2 : 1)));
            FUNCTION.matcher(source).results().forEach(function -> functions.add(function.group(1)));
        }
    }

    /** The names in all sources but those of this module, which hold samples of what is wrong. */
    static SourceNames of(Repository repository) throws IOException {
        return new SourceNames(repository.sources().stream()
                .filter(path -> !path.startsWith("docs/"))
                .map(repository::read)
                .toList());
    }

    boolean hasType(String name) {
        return types.contains(name);
    }

    boolean hasFunction(String name) {
        return functions.contains(name);
    }
}
