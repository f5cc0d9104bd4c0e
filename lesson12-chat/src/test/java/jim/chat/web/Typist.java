package jim.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.chat.line.Guest;
import jim.chat.line.Screen;
import jim.chat.line.Tone;
import jim.testkit.ScriptedPeer;

/** A guest without a browser: types lines, reads lines. */
final class Typist implements Screen {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private Guest guest;

    Typist sits(Guest seat) {
        guest = seat;
        return this;
    }

    Typist types(String line) {
        guest.line(line);
        return this;
    }

    @Override
    public void show(Tone tone, String line) {
        lines.add(line);
    }

    @Override
    public void end() {}

    /** Waits for the next line, which must be this one. */
    Typist awaitLine(String line) {
        try {
            assertThat(lines.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(line);
            return this;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads on until {@code line}, whatever comes before it. */
    boolean hasRead(String line) {
        while (!lines.isEmpty()) {
            if (lines.remove().equals(line)) {
                return true;
            }
        }
        return false;
    }
}
