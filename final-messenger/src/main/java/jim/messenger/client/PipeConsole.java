package jim.messenger.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jim.protocol.VisibleText;

/** A console for other programs: whole lines, no colours, no editing. */
final class PipeConsole implements Console {
    private final BufferedReader in;
    private final PrintStream out;

    PipeConsole(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public void show(String line) {
        out.println(VisibleText.of(line));
    }

    @Override
    public void showMessage(String time, String from, String text) {
        show("[" + time + "] " + from + ": " + text);
    }

    @Override
    public String read(String prompt) {
        if (!prompt.isEmpty()) {
            show(prompt);
        }
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** What comes through a pipe is for the chat: nobody types it unseen. */
    @Override
    public String readHidden(String prompt) {
        return null;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public void close() {
        out.flush();
    }
}
