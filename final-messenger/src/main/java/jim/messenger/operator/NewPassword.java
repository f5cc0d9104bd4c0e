package jim.messenger.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import jim.cli.Program;
import jim.cli.Stop;

/** A password that somebody chooses: typed twice by a person, who does not see it, or a line of standard input. */
final class NewPassword {
    /** What a client may send. */
    private static final int LONGEST = 200;

    private NewPassword() {}

    static String read() throws Stop {
        String password = Program.isInteractive() ? typed(System.console()) : line();
        if (password == null || password.isEmpty() || password.codePointCount(0, password.length()) > LONGEST) {
            throw Stop.usage("a password has 1 to " + LONGEST + " characters. Nothing was changed.");
        }
        return password;
    }

    private static String typed(Console console) throws Stop {
        char[] once = console.readPassword("Password: ");
        char[] twice = console.readPassword("Once more: ");
        if (!Arrays.equals(once, twice)) {
            throw Stop.usage("the two were not the same. Nothing was changed.");
        }
        return once == null ? null : new String(once);
    }

    private static String line() throws Stop {
        try {
            return new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        } catch (IOException e) {
            throw Stop.usage("the password cannot be read from standard input (" + e.getMessage() + ").");
        }
    }
}
