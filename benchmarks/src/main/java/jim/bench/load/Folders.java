package jim.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders on the disk of the repository, since what a store costs depends on the disk. */
final class Folders {
    private static final Path ALL = Path.of("benchmarks", "target", "run");

    private Folders() {}

    /** A new and empty one. */
    static Path make() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(ALL), "run").toAbsolutePath();
    }

    /** Deletes one with what is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
