package jim.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lessons that {@code dist/lesson} prints, and those that the build has put there. */
record LessonList(Repository repository) {
    private static final Pattern LESSON = Pattern.compile(" +(\\d\\d) .*");

    /** The numbers of the lessons in the list that the script prints. */
    List<String> printed() throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.of(repository)) {
            return scratch.start("dist/lesson").allLines(Duration.ofSeconds(10)).stream()
                    .flatMap(line -> LESSON.matcher(line).results())
                    .map(lesson -> lesson.group(1))
                    .distinct()
                    .toList();
        }
    }

    /** The numbers of the lessons whose jars are there. */
    List<String> built() throws IOException {
        try (Stream<Path> jars = Files.list(repository.root().resolve("dist/lessons"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replace(".jar", ""))
                    .toList();
        }
    }
}
