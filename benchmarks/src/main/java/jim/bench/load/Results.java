package jim.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All samples, by shape and by contestant, each in the order in which it first came. */
final class Results {
    private final Map<Shape, Map<String, List<Sample>>> samples = new EnumMap<>(Shape.class);

    void add(Shape shape, String contestant, Sample sample) {
        samples.computeIfAbsent(shape, key -> new LinkedHashMap<>())
                .computeIfAbsent(contestant, key -> new ArrayList<>())
                .add(sample);
    }

    List<Shape> shapes() {
        return List.copyOf(samples.keySet());
    }

    List<String> contestants(Shape shape) {
        return List.copyOf(samples.get(shape).keySet());
    }

    /** The figures of one kind, sorted; empty when it was not measured. */
    double[] figures(Shape shape, String contestant, Metric metric) {
        return samples.get(shape).get(contestant).stream()
                .filter(sample -> sample.figures().containsKey(metric))
                .mapToDouble(sample -> sample.figures().get(metric))
                .sorted()
                .toArray();
    }

    double median(Shape shape, String contestant, Metric metric) {
        return median(figures(shape, contestant, metric));
    }

    static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** How many processors were busy with something else during loads: the median and the most. */
    double[] others() {
        double[] sorted = all().mapToDouble(Sample::others).sorted().toArray();
        return new double[] {median(sorted), Arrays.stream(sorted).max().orElse(0)};
    }

    /** What went wrong with messages, each with whose it was. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        samples.forEach((shape, ofAll) -> ofAll.forEach((name, ofOne) -> ofOne.stream()
                .filter(sample -> !sample.faults().isEmpty())
                .forEach(sample -> faults.add(name + ", " + shape.title() + ": " + sample.faults()))));
        return faults;
    }

    private Stream<Sample> all() {
        return samples.values().stream()
                .flatMap(ofAll -> ofAll.values().stream())
                .flatMap(List::stream);
    }
}
