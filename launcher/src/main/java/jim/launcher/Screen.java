package jim.launcher;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jim.protocol.VisibleText;

/**
 * The one place that prints while the children run: whole lines, each with the name of whoever it comes from in front.
 * For any thread, one line at a time.
 */
final class Screen {
    /** How the screen looks: with colours or plain; with all lines or, brief, with the expected ones alone. */
    record Look(boolean coloured, boolean brief) {}

    /** The launcher's own name at the left. */
    static final String OWN = "launcher";

    private static final String BOLD = "1";
    /** Green, yellow, blue, magenta, cyan, and their bright ones: legible on light and on dark. */
    private static final List<String> COLOURS = List.of("32", "33", "34", "35", "36", "92", "93", "94", "95", "96");

    private final PrintStream out;
    private final Look look;
    private final Map<String, String> colours = new HashMap<>();
    private final int width;

    /** A screen for lines of {@code names}. */
    Screen(PrintStream out, Look look, List<String> names) {
        this.out = out;
        this.look = look;
        this.width = Math.max(OWN.length(), longest(names));
        for (int i = 0; i < names.size(); i++) {
            colours.put(names.get(i), COLOURS.get(i % COLOURS.size()));
        }
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(Screen::length).max().orElse(0);
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /** The launcher itself says {@code text}, which may have several lines. */
    void say(String text) {
        text.lines().forEach(line -> print(OWN, line));
    }

    /** The child {@code name} has printed {@code line}. */
    void printed(String name, String line) {
        if (!look.brief()) {
            print(name, line);
        }
    }

    /** The child {@code name} has printed {@code line} on its standard error, which is always shown. */
    void complained(String name, String line) {
        print(name, line);
    }

    /** The child's line that was waited for has come: the brief look shows it now. */
    void expected(String name, String line) {
        if (look.brief()) {
            print(name, line);
        }
    }

    /** The name, as wide as the widest. */
    String padded(String name) {
        return name + " ".repeat(width - length(name));
    }

    private synchronized void print(String name, String line) {
        out.println(coloured(name) + " | " + VisibleText.of(line));
        out.flush();
    }

    private String coloured(String name) {
        String colour = colours.getOrDefault(name, BOLD);
        return look.coloured() ? "\u001b[" + colour + "m" + padded(name) + "\u001b[0m" : padded(name);
    }
}
