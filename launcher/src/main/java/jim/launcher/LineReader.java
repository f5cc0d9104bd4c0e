package jim.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a stream apart into whole lines of UTF-8. A line without an end is cut, so that memory is bounded. */
final class LineReader {
    private static final int LONGEST = 8_192;

    private final Reader in;
    private final StringBuilder line = new StringBuilder();

    LineReader(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Hands each line to {@code lines}, without its end, until the stream ends; a last line may lack its end. */
    void forEach(Consumer<String> lines) throws IOException {
        for (int c = in.read(); c != -1; c = in.read()) {
            if (c != '\n') {
                line.append((char) c);
            }
            if (c == '\n' || line.length() == LONGEST) {
                lines.accept(take());
            }
        }
        if (!line.isEmpty()) {
            lines.accept(take());
        }
    }

    private String take() {
        int end = line.length();
        boolean carriageReturn = end > 0 && line.charAt(end - 1) == '\r';
        String taken = line.substring(0, carriageReturn ? end - 1 : end);
        line.setLength(0);
        return taken;
    }
}
