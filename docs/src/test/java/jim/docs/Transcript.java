package jim.docs;

import java.util.ArrayList;
import java.util.List;

/** A console fence: commands, each with what it prints. */
record Transcript(List<Step> steps) {
    private static final String PROMPT = "$ ";
    private static final String MORE = "> ";

    /**
     * One command.
     *
     * @param command without the prompt, and without the {@code &} of one that runs in the background
     * @param background whether it runs until the fence ends
     * @param expected what it prints; in the background, what it prints first
     */
    record Step(String command, boolean background, List<String> expected) {
        /** A command of the build, which cannot run inside the build. */
        boolean isMaven() {
            return command.startsWith("mvn ");
        }

        /** Whether the command only looks at files, which others may still be writing. */
        boolean onlyLooks() {
            return command.matches("(cat|grep|head|tail|ls|wc) [^;&|>]*");
        }
    }

    /** The transcript in {@code fence}; without steps when it does not begin with a command. */
    static Transcript of(Fence fence) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = fence.lines();
        for (int i = 0; i < lines.size(); ) {
            String command = commandAt(lines, i);
            if (command.isEmpty() && steps.isEmpty()) {
                return new Transcript(List.of());
            }
            if (command.isEmpty()) {
                steps.get(steps.size() - 1).expected().add(lines.get(i));
            } else {
                steps.add(step(command));
            }
            i += Math.max(1, (int) command.lines().count());
        }
        return new Transcript(steps);
    }

    /** The command that begins at the line {@code i}, with the lines that a shell asks for; empty when none does. */
    private static String commandAt(List<String> lines, int i) {
        if (!lines.get(i).startsWith(PROMPT)) {
            return "";
        }
        StringBuilder command =
                new StringBuilder(lines.get(i).substring(PROMPT.length()).strip());
        lines.subList(i + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith(MORE))
                .forEach(line -> command.append('\n').append(line.substring(MORE.length())));
        return command.toString();
    }

    private static Step step(String typed) {
        boolean background = typed.endsWith(" &");
        String command = background ? typed.substring(0, typed.length() - 2).strip() : typed;
        return new Step(command, background, new ArrayList<>());
    }

    /** The commands as they are typed. */
    List<String> commands() {
        return steps.stream().map(Step::command).toList();
    }
}
