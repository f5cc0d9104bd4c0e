package jim.bench.load;

import java.util.List;

/** Figures as bars, in SVG that is readable on light and on dark paper. */
final class Chart {
    private static final int LABEL_WIDTH = 150;
    private static final int BAR_WIDTH = 340;
    private static final int ROW = 26;
    private static final int PANEL_HEAD = 44;
    private static final int WIDTH = LABEL_WIDTH + BAR_WIDTH + 90;

    private final StringBuilder svg = new StringBuilder();
    private int y;

    /** Adds a panel: the medians of one metric, a bar for each contestant. */
    Chart panel(Results results, Shape shape, Metric metric, String before) {
        text(0, y + 30, "start", before + metric.question());
        y += PANEL_HEAD;
        List<String> names = results.contestants(shape);
        double most = names.stream()
                .mapToDouble(name -> results.median(shape, name, metric))
                .max()
                .orElse(1);
        for (String name : names) {
            double value = results.median(shape, name, metric);
            bar(name, metric.shown(value), value / most);
        }
        return this;
    }

    private void bar(String name, String value, double share) {
        int length = (int) Math.max(1, BAR_WIDTH * share);
        text(LABEL_WIDTH - 8, y + 15, "end", name);
        svg.append(String.format(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"#4682b4\"/>%n",
                LABEL_WIDTH, y + 2, length, ROW - 8));
        text(LABEL_WIDTH + length + 6, y + 15, "start", value);
        y += ROW;
    }

    private void text(int x, int baseline, String anchor, String text) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, baseline, anchor, text));
    }

    /** The whole picture. */
    String svg() {
        return String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 0 %d %d\" width=\"%d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\" fill=\"#888\">%n%s</svg>%n",
                WIDTH + 24, y + 12, WIDTH + 24, svg);
    }
}
