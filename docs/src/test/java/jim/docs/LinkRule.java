package jim.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every relative link leads to a file of the repository, every anchor to a heading. */
record LinkRule(Repository repository) implements PageRule {
    private static final Pattern LINK =
            Pattern.compile("]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)|^ *\\[[^]]+]: *(\\S+)|(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]*:.*");

    @Override
    public List<String> problems(Markdown page) {
        List<String> problems = new ArrayList<>();
        for (Markdown.Line line : page.plainProse()) {
            LINK.matcher(line.text())
                    .results()
                    .map(link -> link.group(link.group(1) != null ? 1 : link.group(2) != null ? 2 : 3))
                    .filter(target -> !ELSEWHERE.matcher(target).matches() && !isReached(page, target))
                    .forEach(target -> problems.add("line " + line.number() + ": the link '" + target + "' is dead"));
        }
        return problems;
    }

    private boolean isReached(Markdown page, String target) {
        String[] parts = target.split("#", 2);
        String path = parts[0].isEmpty() ? page.path() : resolve(page.path(), parts[0]);
        if (path.startsWith("..") || !repository.has(path)) {
            return parts[0].isEmpty() && page.anchors().contains(parts[1]);
        }
        return parts.length == 1 || anchors(page, path).contains(parts[1]);
    }

    /** Only a page has anchors: a line number of a source would be wrong after the next change. */
    private List<String> anchors(Markdown from, String path) {
        if (path.equals(from.path())) {
            return List.copyOf(from.anchors());
        }
        return path.endsWith(".md")
                ? List.copyOf(Markdown.of(path, repository.read(path)).anchors())
                : List.of();
    }

    private static String resolve(String page, String link) {
        return Path.of(page).resolveSibling(link).normalize().toString().replace('\\', '/');
    }
}
