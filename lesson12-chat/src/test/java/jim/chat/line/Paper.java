package jim.chat.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A screen that keeps what it shows, each line behind its tone; it is shown when the test says so. For any thread. */
final class Paper implements Screen {
    static final String END = "END";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

    @Override
    public void show(Tone tone, String line) {
        lines.add(tone + " " + line);
    }

    @Override
    public void whenShown(Runnable then) {
        asked.add(then);
    }

    /** What was shown until now is there. Returns how many had asked for that. */
    int arrives() {
        List<Runnable> now = List.copyOf(asked);
        asked.removeAll(now);
        now.forEach(Runnable::run);
        return now.size();
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
