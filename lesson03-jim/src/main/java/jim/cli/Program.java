package jim.cli;

import java.io.PrintStream;

/** Runs a program so that whatever happens, a person reads a sentence and the shell gets an exit code. */
public final class Program {
    /** What the program does with a command line that was understood. */
    public interface Body {
        void run(Arguments arguments) throws Exception;
    }

    private Program() {}

    /** Runs {@code body} and ends the JVM, at once when something went wrong, else when the last thread ends. */
    public static void main(Usage usage, String[] line, Body body) {
        ExitCode code = run(usage, line, body, System.out, System.err);
        if (code != ExitCode.OK) {
            System.exit(code.code());
        }
    }

    /** Runs {@code body}, or prints the help to {@code out}; what went wrong is said on {@code err}. */
    public static ExitCode run(Usage usage, String[] line, Body body, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = usage.parse(line);
            if (arguments.has("help")) {
                out.print(usage.help());
            } else {
                body.run(arguments);
            }
            return ExitCode.OK;
        } catch (Stop stop) {
            err.println(stop.getMessage());
            return stop.code();
        } catch (Exception e) {
            err.println("This is a bug of ours: " + e + at(e) + ".\nPlease report it with this line.");
            return ExitCode.BUG;
        }
    }

    private static String at(Exception e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
