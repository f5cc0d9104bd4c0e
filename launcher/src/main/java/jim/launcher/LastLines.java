package jim.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few lines of many. For any thread. */
final class LastLines {
    private static final int MOST = 5;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** Oldest first. */
    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    /** The newest, "" when there is none. */
    synchronized String last() {
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
