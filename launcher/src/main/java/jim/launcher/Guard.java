package jim.launcher;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/**
 * Wraps a child's command so that its end is the launcher's decision. A terminal sends Ctrl-C to every program that runs
 * on it; children that ignore it are ended by the launcher in good order, clients first. Where there is no POSIX shell
 * the command stays as it is.
 */
final class Guard {
    private static final boolean POSIX = File.separatorChar == '/';
    private static final String IGNORE_CTRL_C = "trap '' INT HUP; ";

    /**
     * The shell leaves a reader of its standard input behind and becomes the command, so the two have one process id.
     * When the input ends (the launcher closed it, or is gone however it went), the reader ends the command.
     */
    private static final String END_WITH_INPUT = "exec 3<&0; { cat <&3; kill $$; } >/dev/null 2>&1 & ";

    private Guard() {}

    /** For a command that reads its standard input and ends with it. */
    static List<String> withInput(List<String> command) {
        return guarded(IGNORE_CTRL_C + "exec \"$@\"", command);
    }

    /** For a command that does not read its standard input: it gets SIGTERM when the launcher is gone. */
    static List<String> withoutInput(List<String> command) {
        return guarded(IGNORE_CTRL_C + END_WITH_INPUT + "exec \"$@\" </dev/null 3<&-", command);
    }

    private static List<String> guarded(String script, List<String> command) {
        return POSIX
                ? Stream.concat(Stream.of("/bin/sh", "-c", script, "sh"), command.stream())
                        .toList()
                : command;
    }
}
