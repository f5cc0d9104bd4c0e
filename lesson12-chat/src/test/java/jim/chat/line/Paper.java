package jim.chat.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A screen that keeps what it shows, each line behind its tone. For any thread. */
final class Paper implements Screen {
    static final String END = "END";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void show(Tone tone, String line) {
        lines.add(tone + " " + line);
    }

    @Override
    public void end() {
        lines.add(END);
    }

    /** What was shown since it was last asked. */
    List<String> taken() {
        List<String> taken = new ArrayList<>();
        lines.drainTo(taken);
        return taken;
    }
}
