package jim.launcher;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;

/** The program: {@code launcher --clients 3}. */
public final class LauncherMain {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Finds the commands for the children; a sentence when they are not there. */
    interface Finder {
        Programs find() throws Exception;
    }

    private LauncherMain() {}

    /** Starts the messenger's own server and clients, whose jars stand beside this one. */
    public static void main(String[] line) {
        main(line, Jars::besideLauncher, PATIENCE);
    }

    /** Starts other programs in their place; a script waits for an expected line as long as {@code patience}. */
    static void main(String[] line, Finder programs, Duration patience) {
        Program.main(Options.usage(), line, arguments -> run(arguments, programs, patience));
    }

    private static void run(Arguments arguments, Finder programs, Duration patience) throws Exception {
        Options options = Options.of(arguments);
        Roster roster = new Roster(options.clients());
        Input input = input(options, roster);
        Screen screen = new Screen(System.out, new Screen.Look(wantsColours(), options.brief()), roster.all());
        try (Children children = new Children(programs.find(), roster, screen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(children::close, "ending"));
            new Launcher(screen, children, new Control(children, screen, patience)).run(options.port(), input);
        }
    }

    private static Input input(Options options, Roster roster) throws Stop {
        Orders orders = new Orders(roster);
        if (options.script().isPresent()) {
            return Script.read(options.script().get(), orders);
        }
        return new Keyboard(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                Program.isInteractive(),
                orders,
                roster);
    }

    /** A person at a terminal does, unless {@code NO_COLOR} (any value) or {@code TERM=dumb} says no. */
    private static boolean wantsColours() {
        String no = System.getenv("NO_COLOR");
        return Program.isInteractive() && (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }
}
