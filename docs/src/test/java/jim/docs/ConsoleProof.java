package jim.docs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.docs.Transcript.Step;

/**
 * {@code console}: the commands, run in order in a scratch directory, print what stands below them. Standard output and
 * error are one; what {@link Mask} hides is not compared; ports are those of {@link Ports}. A command of the build is
 * not run, but must be a line of the build's own script.
 */
record ConsoleProof(Repository repository, Duration patience) implements Proof {
    private static final String SCRIPT = ".ci/run";

    ConsoleProof(Repository repository) {
        this(repository, Duration.ofSeconds(60));
    }

    @Override
    public List<String> problems(Fence fence) throws IOException, InterruptedException {
        Transcript transcript = Transcript.of(fence);
        if (transcript.steps().isEmpty()) {
            return List.of("the fence does not begin with a command, '$ COMMAND'");
        }
        Ports ports = Ports.in(transcript.commands());
        try (Scratch scratch = Scratch.of(repository)) {
            for (Step step : transcript.steps()) {
                List<String> problems = step.isMaven() ? maven(step) : run(step, ports, scratch);
                if (!problems.isEmpty()) {
                    return problems;
                }
            }
        }
        return List.of();
    }

    private List<String> maven(Step step) {
        List<String> problems = new ArrayList<>();
        if (repository.read(SCRIPT).lines().noneMatch(line -> line.strip().equals(step.command()))) {
            problems.add("'" + step.command() + "' is no line of " + SCRIPT + ", so nothing runs it");
        }
        if (!step.expected().isEmpty()) {
            problems.add("'" + step.command() + "' is not run here: what it prints cannot be proved");
        }
        return problems;
    }

    private List<String> run(Step step, Ports ports, Scratch scratch) throws IOException, InterruptedException {
        String command = ports.real(step.command());
        Running running = scratch.start(command);
        if (step.background()) {
            return compare(step, ports, running.firstLines(step.expected().size(), patience));
        }
        List<String> problems = compare(step, ports, running.allLines(patience));
        long deadline = System.nanoTime() + patience.dividedBy(10).toNanos();
        while (!problems.isEmpty() && step.onlyLooks() && System.nanoTime() < deadline) {
            problems = compare(step, ports, scratch.start(command).allLines(patience));
        }
        return running.hasEnded() ? problems : List.of("'" + step.command() + "' does not end");
    }

    private static List<String> compare(Step step, Ports ports, List<String> printed) {
        List<String> actual =
                withoutBlankEnd(printed.stream().map(ports::written).toList());
        List<String> expected = withoutBlankEnd(step.expected());
        if (masked(expected).equals(masked(actual))) {
            return List.of();
        }
        return List.of("'" + step.command() + "' printed (+) something else than the page says (-):\n"
                + difference(expected, actual));
    }

    private static String difference(List<String> expected, List<String> actual) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String says = i < expected.size() ? expected.get(i) : null;
            String does = i < actual.size() ? actual.get(i) : null;
            if (says != null && does != null && Mask.of(says).equals(Mask.of(does))) {
                shown.append("  ").append(does).append('\n');
            } else {
                shown.append(says == null ? "" : "- " + says + "\n").append(does == null ? "" : "+ " + does + "\n");
            }
        }
        return shown.toString();
    }

    private static List<String> masked(List<String> lines) {
        return lines.stream().map(Mask::of).toList();
    }

    private static List<String> withoutBlankEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
