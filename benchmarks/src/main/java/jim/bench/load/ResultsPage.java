package jim.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page with the results, and its picture. */
final class ResultsPage {
    private final Results results;

    ResultsPage(Results results) {
        this.results = results;
    }

    /**
     * In Markdown.
     *
     * @param machine what it was measured on and of, a line each
     * @param command what was typed
     */
    String text(Map<String, String> machine, String command) {
        StringBuilder page = new StringBuilder("# What the messenger does under load\n\n");
        page.append("Written by `").append(command).append("`; [how to read it](README.md).\n\n");
        machine.forEach((what, value) ->
                page.append("- ").append(what).append(": ").append(value).append('\n'));
        page.append(String.format(
                Locale.ROOT,
                "- other programs on this computer: %.2f processors in the median, %.2f at most%n",
                results.others()[0],
                results.others()[1]));
        page.append("\n![Messages, delays, memory and starts, one bar for each server](results.svg)\n");
        results.shapes().forEach(shape -> page.append(section(shape)));
        page.append("\n## Messages that went wrong\n\n").append(faults());
        return page.toString();
    }

    private String faults() {
        List<String> faults = results.faults();
        return faults.isEmpty()
                ? "None: every message arrived once, in order, where it was sent.\n"
                : "- " + String.join("\n- ", faults) + "\n";
    }

    private String section(Shape shape) {
        StringBuilder section = new StringBuilder("\n## ").append(shape.title()).append("\n\n");
        section.append(shape.meaning()).append(".\n\n|");
        StringBuilder line = new StringBuilder("\n|---|");
        for (Metric metric : shape.metrics()) {
            section.append(" | ").append(metric.title()).append(metric.isCompared() ? " | ours ÷ this" : "");
            line.append(metric.isCompared() ? "--:|--:|" : "--:|");
        }
        section.append(" |").append(line).append('\n');
        results.contestants(shape).forEach(name -> section.append(row(shape, name)));
        return section.toString();
    }

    private String row(Shape shape, String name) {
        StringBuilder row = new StringBuilder("| ").append(name);
        for (Metric metric : shape.metrics()) {
            row.append(" | ").append(cell(shape, name, metric));
        }
        return row.append(" |\n").toString();
    }

    /** The median with the least and the most, and how many times as much ours is. */
    private String cell(Shape shape, String name, Metric metric) {
        double[] figures = results.figures(shape, name, metric);
        double median = Results.median(figures);
        String shown = String.format(
                "%s (%s to %s)",
                metric.shown(median), metric.shown(figures[0]), metric.shown(figures[figures.length - 1]));
        double ours = results.median(shape, results.contestants(shape).get(0), metric);
        return metric.isCompared() ? shown + String.format(Locale.ROOT, " | %.2f", ours / median) : shown;
    }

    /** A panel for each shape, with the first of its metrics. */
    String picture() {
        Chart chart = new Chart();
        for (Shape shape : results.shapes()) {
            chart.panel(results, shape, shape.metrics().get(0), shape.title() + ": ");
        }
        return chart.svg();
    }
}
