package jim.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a program so that whatever happens, a person reads a sentence and the shell gets an exit code. */
public final class Program {
    /** What the program does with a command line that was understood. */
    public interface Body {
        void run(Arguments arguments) throws Exception;
    }

    /** A program that prints where it is told to. */
    public interface OnStreams {
        ExitCode run(PrintStream out, PrintStream err);
    }

    private Program() {}

    /** The version of the jar that runs, as its manifest has it. */
    public static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Whether a person sits at a terminal, and both types there and reads there. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on there is always a console, which knows what it is.
    public static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Runs {@code body} as {@link #main(OnStreams)} does. */
    public static void main(Usage usage, String[] line, Body body) {
        main((out, err) -> run(usage, line, body, out, err));
    }

    /** Runs {@code program} and ends the JVM, at once when something went wrong, else when the last thread ends. */
    public static void main(OnStreams program) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.err.println(bug(thrown)));
        ExitCode code = program.run(System.out, System.err);
        if (code != ExitCode.OK) {
            System.exit(code.code());
        }
    }

    /** Runs {@code body}, or prints the help or the version to {@code out}; what went wrong is said on {@code err}. */
    public static ExitCode run(Usage usage, String[] line, Body body, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = usage.parse(line);
            if (arguments.has("help")) {
                out.print(usage.help());
                checkPrinted(out);
            } else if (arguments.has("version")) {
                out.println("JIM course and messenger " + version());
                checkPrinted(out);
            } else {
                arguments
                        .ignored()
                        .forEach(name -> err.println(name + " in the environment is no option here, and is ignored."));
                body.run(arguments);
            }
            return ExitCode.OK;
        } catch (Stop stop) {
            err.println(stop.getMessage());
            return stop.code();
        } catch (Exception e) {
            err.println(bug(e));
            return ExitCode.BUG;
        }
    }

    /**
     * For a program whose work is what it prints: a {@link PrintStream} says nothing when the disk is full, or when nobody
     * reads any more. A server goes on without those who read its first lines, and does not ask.
     */
    public static void checkPrinted(PrintStream out) throws Stop {
        if (out.checkError()) {
            throw new Stop(
                    ExitCode.NOT_PRINTED,
                    "not everything could be printed: the disk is full, or nobody reads any more.\n"
                            + "Make room, or print to another place.");
        }
    }

    /** A person's name may have any letters, whatever the locale is set to. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static String bug(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return "This is a bug of ours: " + thrown + (trace.length == 0 ? "" : " at " + trace[0])
                + ".\nPlease report it with this line.";
    }
}
