package jim.telemetry;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jim.cli.Arguments;
import jim.cli.Stop;
import jim.protocol.VisibleText;

/** A listener as a program: it prints what comes, line by line. */
final class ListenerProgram {
    static final int PORT = 8_889;

    private ListenerProgram() {}

    /** Prints until nobody reads it, or until the server ends, which is an error for whoever wants to hear more. */
    static void run(Arguments arguments, PrintStream out) throws IOException, Stop {
        Connected.run(arguments, PORT, server -> print(server.getInputStream(), out));
    }

    private static void print(InputStream in, PrintStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(VisibleText.of(line));
            if (out.checkError()) {
                return; // Nobody reads what we print: the head behind our pipe has seen enough.
            }
        }
        throw new EOFException("it hung up");
    }
}
