package jim.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of the repository that a fresh clone holds. */
record Repository(Path root) {
    private static final Set<String> BUILT = Set.of("target", "log", "jim-data");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** The repository that the tests run in. */
    static Repository here() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
        }
        return new Repository(directory);
    }

    /** Every page. */
    List<Markdown> pages() throws IOException {
        return paths(".md").stream().map(path -> Markdown.of(path, read(path))).toList();
    }

    /** The paths of all Java sources. */
    List<String> sources() throws IOException {
        return paths(".java");
    }

    /** The names of the modules, in their order. */
    List<String> modules() {
        return MODULE.matcher(read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    /** The text of the file at {@code path}; empty when there is no such file. */
    String read(String path) {
        try {
            return has(path) ? Files.readString(root.resolve(path)) : "";
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    /** Goes into no directory that git ignores or that the build fills. */
    private List<String> paths(String ending) throws IOException {
        List<String> paths = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isBuilt(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    paths.add(fromRoot(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        paths.sort(Comparator.naturalOrder());
        return paths;
    }

    private boolean isBuilt(Path directory) {
        String name = directory.getFileName().toString();
        return !directory.equals(root)
                && (name.startsWith(".")
                        || BUILT.contains(name)
                        || fromRoot(directory).equals("dist"));
    }

    private String fromRoot(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
