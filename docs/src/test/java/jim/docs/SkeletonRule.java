package jim.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jim.docs.Markdown.Heading;

/** The page of every lesson has the same sections in the same order, and each of its tasks the same parts. */
final class SkeletonRule implements PageRule {
    private static final Pattern LESSON = Pattern.compile("lesson\\d\\d-[^/]+/README\\.md");
    private static final Pattern TITLE = Pattern.compile("Lesson \\d+\\. .+");
    private static final Pattern TASK = Pattern.compile("Task (\\d+)\\b.*");
    private static final String TASKS = "Tasks";
    private static final List<String> SECTIONS = List.of(
            "Before → after",
            "See it run",
            "Words",
            "The idea",
            "Predict first",
            TASKS,
            "Check it all",
            "Break it",
            "How the original course did it",
            "Self-check",
            "Stretch",
            "For teachers",
            "Next");
    private static final List<String> FOLDED = List.of("Predict first", "Self-check");
    private static final List<String> TASK_PARTS =
            List.of("goal", "contract", "where", "signature", "check", "`mvn ", "hint", "<details>", "mistake");

    @Override
    public List<String> problems(Markdown page) {
        if (!LESSON.matcher(page.path()).matches()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(titleProblems(page));
        List<String> found = sections(page);
        if (!found.equals(SECTIONS)) {
            problems.add("its sections are " + found + ", expected " + SECTIONS);
        }
        problems.addAll(contentProblems(page));
        problems.addAll(taskProblems(page));
        return problems;
    }

    private static List<String> titleProblems(Markdown page) {
        List<Heading> headings = page.headings();
        if (headings.isEmpty() || !TITLE.matcher(headings.get(0).text()).matches()) {
            return List.of("it does not begin with a title, '# Lesson 3. Presence'");
        }
        String head = textOf(page, 0);
        return List.of(" min", "needs:", "check:").stream()
                .filter(part -> !head.contains(part) && !headings.get(0).text().contains(part))
                .map(part -> "the lines below the title lack '" + part.strip() + "'")
                .toList();
    }

    /** The names of the sections; the tasks count as one, with or without a heading above them. */
    private static List<String> sections(Markdown page) {
        List<String> names = new ArrayList<>();
        for (Heading heading : page.headings()) {
            String name = heading.level() == 2 ? name(heading.text()) : "";
            if (!name.isEmpty() && !(name.equals(TASKS) && names.contains(TASKS))) {
                names.add(name);
            }
        }
        return names;
    }

    private static String name(String heading) {
        String text = heading.replace("->", "→").replaceFirst(" [*\\\\ ]+$", "");
        return TASK.matcher(text).matches() ? TASKS : text;
    }

    private static List<String> contentProblems(Markdown page) {
        List<String> problems = new ArrayList<>();
        List<Heading> headings = page.headings();
        for (int i = 0; i < headings.size(); i++) {
            String text = headings.get(i).text();
            if (FOLDED.contains(text) && !textOf(page, i).contains("<details>")) {
                problems.add("'" + text + "' folds nothing away in <details>");
            }
            if (text.equals("The idea") && fences(page, i, "mermaid") == 0) {
                problems.add("'The idea' has no diagram");
            }
            if (text.equals("See it run") && fences(page, i, "console") == 0) {
                problems.add("'See it run' has no transcript");
            }
        }
        return problems;
    }

    private static List<String> taskProblems(Markdown page) {
        List<String> problems = new ArrayList<>();
        List<Integer> tasks = IntStream.range(0, page.headings().size())
                .filter(i -> TASK.matcher(page.headings().get(i).text()).matches())
                .boxed()
                .toList();
        for (int n = 1; n <= tasks.size(); n++) {
            int at = tasks.get(n - 1);
            String title = page.headings().get(at).text();
            if (!title.matches("Task " + n + "\\b.*")) {
                problems.add("'" + title + "' is task " + n);
            }
            String text = textOf(page, at).toLowerCase(Locale.ROOT);
            TASK_PARTS.stream()
                    .filter(part -> !text.contains(part))
                    .forEach(part -> problems.add("'" + title + "' lacks its part '" + part.strip() + "'"));
        }
        return tasks.isEmpty() ? List.of("there is no task, '### Task 1. …'") : problems;
    }

    private static long fences(Markdown page, int heading, String kind) {
        return page.fences().stream()
                .filter(fence -> fence.kind().equals(kind))
                .filter(fence -> isIn(page, heading, fence.line()))
                .count();
    }

    /** The prose under the heading at {@code index}, down to the next heading. */
    private static String textOf(Markdown page, int index) {
        return String.join(
                "\n",
                page.prose().stream()
                        .filter(line -> isIn(page, index, line.number()))
                        .map(Markdown.Line::text)
                        .toList());
    }

    private static boolean isIn(Markdown page, int index, int line) {
        List<Heading> headings = page.headings();
        return line > headings.get(index).line()
                && (index + 1 == headings.size()
                        || line < headings.get(index + 1).line());
    }
}
