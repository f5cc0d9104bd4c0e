package jim.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ResultsPageTest {
    /** A result for every shape. */
    private static Results some() {
        Results results = new Results();
        for (Shape shape : Shape.values()) {
            add(results, shape, "ours", 2);
            add(results, shape, "other", 8);
        }
        return results;
    }

    private static void add(Results results, Shape shape, String name, double value) {
        for (double factor : List.of(3.0, 1.0, 2.0)) {
            Map<Metric, Double> figures =
                    shape.metrics().stream().collect(Collectors.toMap(metric -> metric, metric -> factor * value));
            results.add(shape, name, new Sample(figures, factor / 10, ""));
        }
    }

    private static String page(Results results) throws IOException {
        return new ResultsPage(results).text(Machine.now(3, Duration.ofSeconds(3)), "benchmarks/run --write");
    }

    @Test
    void aRowHasTheMedianItsSpreadAndWhatOursIsOfIt() throws IOException {
        assertThat(page(some()))
                .contains("| other | 16 (8 to 24) | 0.25 |", "0.20 processors in the median, 0.30 at most");
    }

    @Test
    void whatWentWrongIsNotLeftOut() throws IOException {
        Results results = some();
        assertThat(page(results)).contains("None: every message arrived once");

        results.add(Shape.ROOM_1000, "other", new Sample(Map.of(Metric.COPIES, 1.0, Metric.CPU, 1.0), 0, "7 lost"));

        assertThat(page(results)).contains("- other, room-1000: 7 lost").doesNotContain("None:");
    }

    @Test
    void thePictureHasABarForEachContestantOfEachShape() {
        assertThat(new ResultsPage(some()).picture().split("<rect", -1)).hasSize(2 * Shape.values().length + 1);
    }

    /** Whoever changes the page, or adds a load, measures anew. */
    @Test
    void theRecordedResultsHaveTheFormThatTheCommandWrites() throws IOException {
        assertThat(form(Files.readString(Path.of("results.md")))).isEqualTo(form(page(some())));
    }

    /** The page without its figures, and without the rows, which depend on what is installed. */
    private static List<String> form(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("| ") || line.startsWith("| |"))
                .map(line -> line.startsWith("- ") ? line.replaceFirst(":.*", "") : line)
                .filter(line -> !line.startsWith("Written by ") && !line.startsWith("None: "))
                .toList();
    }
}
