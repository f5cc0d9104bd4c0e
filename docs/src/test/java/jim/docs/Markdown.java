package jim.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page, cut into its fences and the prose between them.
 *
 * @param path from the root of the repository
 */
record Markdown(String path, List<Fence> fences, List<Line> prose) {
    private static final Pattern OPENING = Pattern.compile("(?<indent>\\s*)(?<marks>`{3,}|~{3,})(?<info>[^`]*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*?) *#*");
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern OWN_ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    /** A line of prose and its number, from 1. */
    record Line(int number, String text) {}

    /** A heading: level 1 is the page's title. */
    record Heading(int line, int level, String text) {}

    Markdown {
        fences = List.copyOf(fences);
        prose = List.copyOf(prose);
    }

    /** The page with the given text. */
    static Markdown of(String path, String text) {
        List<String> lines = text.lines().toList();
        List<Fence> fences = new ArrayList<>();
        List<Line> prose = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            Matcher opening = OPENING.matcher(lines.get(i));
            if (opening.matches()) {
                Fence fence = fence(path, lines, i, opening);
                fences.add(fence);
                i += fence.lines().size() + 2;
            } else {
                prose.add(new Line(i + 1, lines.get(i)));
                i++;
            }
        }
        return new Markdown(path, fences, prose);
    }

    private static Fence fence(String path, List<String> lines, int opening, Matcher at) {
        List<String> inside = lines.subList(opening + 1, lines.size()).stream()
                .takeWhile(line -> !line.strip().equals(at.group("marks")))
                .map(line -> line.startsWith(at.group("indent"))
                        ? line.substring(at.group("indent").length())
                        : line)
                .toList();
        boolean closed = opening + 1 + inside.size() < lines.size();
        return new Fence(path, opening + 1, closed ? at.group("info").strip() : "unclosed", inside);
    }

    /** Its headings, in order. */
    List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        for (Line line : prose) {
            Matcher heading = HEADING.matcher(line.text());
            if (heading.matches()) {
                headings.add(new Heading(line.number(), heading.group(1).length(), heading.group(2)));
            }
        }
        return headings;
    }

    /** What a link to this page may have behind its {@code #}. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Heading heading : headings()) {
            String slug = slug(heading.text());
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
        }
        prose.stream().flatMap(line -> matches(OWN_ANCHOR, line)).forEach(own -> anchors.add(own.group(1)));
        return anchors;
    }

    /** What stands between single or double backticks in the prose, each with the number of its line. */
    List<Line> inlineCode() {
        return prose.stream()
                .flatMap(line -> matches(CODE, line)
                        .map(code -> new Line(line.number(), code.group(2).strip())))
                .toList();
    }

    /** The prose without what stands between backticks. */
    List<Line> plainProse() {
        return prose.stream()
                .map(line -> new Line(line.number(), CODE.matcher(line.text()).replaceAll("")))
                .toList();
    }

    /** The anchor that a code host makes of a heading. */
    private static String slug(String heading) {
        String text = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        return text.replaceAll("[^\\p{L}\\p{N}\\p{M}_\\- ]", "").replace(' ', '-');
    }

    private static Stream<MatchResult> matches(Pattern pattern, Line line) {
        return pattern.matcher(line.text()).results();
    }
}
