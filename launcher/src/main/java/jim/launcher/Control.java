package jim.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import jim.cli.ExitCode;
import jim.cli.Stop;

/** Does what control lines order. For the main thread. */
final class Control {
    private final Children children;
    private final Screen screen;
    private final Duration patience;
    private boolean over;

    /**
     * Control over {@code children}.
     *
     * @param patience how long an expected line may take to come
     */
    Control(Children children, Screen screen, Duration patience) {
        this.children = children;
        this.screen = screen;
        this.patience = patience;
    }

    /** Whether {@code quit} was ordered. */
    boolean isOver() {
        return over;
    }

    void send(String name, String line) throws Stop {
        children.named(name).send(line);
    }

    void status() {
        children.all().forEach(child -> screen.say(screen.padded(child.name()) + "  " + child.status()));
    }

    void start(String name) throws Stop, InterruptedException {
        Child child = children.named(name);
        if (child.isRunning()) {
            throw new Stop(
                    ExitCode.EXPECTATION_FAILED, name + " runs already. To start it afresh, type: restart " + name);
        }
        children.start(child);
    }

    void restart(String name) throws Stop, InterruptedException {
        Child child = children.named(name);
        child.end();
        children.start(child);
    }

    void kill(String name) throws Stop {
        Child child = children.named(name);
        child.kill();
        screen.say(name + " is killed. To start it again, type: start " + name);
    }

    void expect(String name, String text) throws Stop, InterruptedException {
        Child child = children.named(name);
        Optional<String> line = child.next(text, patience);
        if (line.isEmpty()) {
            throw new Stop(ExitCode.EXPECTATION_FAILED, missing(child, text));
        }
        screen.expected(name, line.get());
    }

    private String missing(Child child, String text) {
        String why = child.isRunning() ? " within " + patience.toSeconds() + " s" : " before it ended";
        String lines = child.recentLines().stream().map(line -> "\n  " + line).collect(Collectors.joining());
        return child.name() + " printed no line with '" + text + "'" + why + ". Its last lines:"
                + (lines.isEmpty() ? " none." : lines);
    }

    void help() {
        screen.say(Word.help());
    }

    void quit() {
        over = true;
    }
}
