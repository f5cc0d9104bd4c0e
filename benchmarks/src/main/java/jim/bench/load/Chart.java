package jim.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures as bars, in SVG that is readable on light and on dark paper. */
final class Chart {
    private static final int LABEL_WIDTH = 130;
    private static final int BAR_WIDTH = 340;
    private static final int ROW = 26;
    private static final int PANEL_HEAD = 44;
    private static final int WIDTH = LABEL_WIDTH + BAR_WIDTH + 90;

    private final StringBuilder svg = new StringBuilder();
    private final List<Figures> all;
    private int y;

    private Chart(List<Figures> all) {
        this.all = all;
    }

    /** Three panels, one for each kind of figure. */
    static String of(List<Figures> all) {
        Chart chart = new Chart(all);
        chart.panel("messages per second (more is better)", "%,.0f", Figures::deliveredPerSecond);
        chart.panel("CPU seconds per million messages (less is better)", "%.2f", Figures::cpuPerMillion);
        chart.panel("KiB per idle connection (less is better)", "%.1f", one -> one.idleBytes() / 1_024);
        return chart.wrapped();
    }

    private void panel(String title, String format, ToDoubleFunction<Figures> figure) {
        text(0, y + 30, "start", title);
        y += PANEL_HEAD;
        double most = all.stream().mapToDouble(figure).max().orElse(1);
        for (Figures one : all) {
            double value = figure.applyAsDouble(one);
            int length = (int) Math.max(1, BAR_WIDTH * value / most);
            text(LABEL_WIDTH - 8, y + 15, "end", one.name());
            svg.append(String.format(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"#4682b4\"/>%n",
                    LABEL_WIDTH, y + 2, length, ROW - 8));
            text(LABEL_WIDTH + length + 6, y + 15, "start", String.format(Locale.ROOT, format, value));
            y += ROW;
        }
    }

    private void text(int x, int baseline, String anchor, String text) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, baseline, anchor, text));
    }

    private String wrapped() {
        return String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 0 %d %d\" width=\"%d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\" fill=\"#888\">%n%s</svg>%n",
                WIDTH + 24, y + 12, WIDTH + 24, svg);
    }
}
