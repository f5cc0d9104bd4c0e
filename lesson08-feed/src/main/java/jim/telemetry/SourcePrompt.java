package jim.telemetry;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jim.cli.Stop;
import jim.spelling.Nearest;
import jim.telemetry.Verdict.Accepted;

/** What a person types at a source, line by line. Each line has one line as its answer. */
final class SourcePrompt {
    private static final List<String> COMMANDS = List.of("status", "send", "help", "quit", "exit");
    private static final String HELP =
            "status [CODE]: what the source does; send [NAME=VALUE]...: a report; quit: the end";

    /** What the next line is. */
    private enum Expecting {
        COMMAND,
        STATUS,
        FIELDS,
        NOTHING
    }

    private final SourceLink link;
    private SourceStatus status;
    private Expecting expecting = Expecting.COMMAND;

    SourcePrompt(SourceLink link, SourceStatus status) {
        this.link = link;
        this.status = status;
    }

    /** Whether the person has had enough. */
    boolean isOver() {
        return expecting == Expecting.NOTHING;
    }

    /**
     * Does what {@code line} says.
     *
     * @return what the person is to see
     * @throws IOException when the server has gone
     */
    String answer(String line) throws IOException {
        String typed = line.strip();
        List<String> words = typed.isEmpty() ? List.of() : Arrays.asList(typed.split("\\s+"));
        try {
            return answer(words);
        } catch (Stop wrong) {
            return wrong.getMessage();
        }
    }

    private String answer(List<String> words) throws IOException, Stop {
        Expecting now = expecting;
        expecting = Expecting.COMMAND;
        return switch (now) {
            case STATUS -> status(words);
            case FIELDS -> send(words);
            default -> command(words);
        };
    }

    private String command(List<String> words) throws IOException, Stop {
        String command = words.isEmpty() ? "help" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (command) {
            case "status" -> rest.isEmpty() ? ask(Expecting.STATUS, SourceStatus.CHOICES) : status(rest);
            case "send" -> rest.isEmpty() ? ask(Expecting.FIELDS, "NAME=VALUE... or an empty line") : send(rest);
            case "help" -> HELP;
            case "quit", "exit" -> ask(Expecting.NOTHING, "bye");
            default ->
                throw Stop.usage(
                        "there is no command '" + command + "'" + Nearest.hint(command, COMMANDS, ", try: help"));
        };
    }

    private String ask(Expecting next, String question) {
        expecting = next;
        return question;
    }

    private String status(List<String> words) throws Stop {
        status = SourceStatus.parse(String.join(" ", words));
        return "status " + status.shown();
    }

    private String send(List<String> words) throws IOException, Stop {
        return link.send(status, Field.parse(words)) instanceof Accepted accepted
                ? "ok " + accepted.report().number()
                : "refused";
    }
}
