package jim.messenger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * All mailboxes, without their letters, and the writing of what has been confirmed. {@link #of} and {@link #confirm} are for
 * any thread and take no lock; the rest is for the writer's thread.
 */
final class Mailboxes implements Change.Standing {
    private final Statements statements;
    private final ConcurrentMap<String, Box> boxes = new ConcurrentHashMap<>();
    private final Queue<Box> dirty = new ConcurrentLinkedQueue<>();
    private final List<Box> written = new ArrayList<>();

    Mailboxes(Statements statements) {
        this.statements = statements;
    }

    /** Reads how full they are. */
    void load() throws SQLException {
        Map<Long, Box> byNumber = new HashMap<>();
        for (Box box : stored()) {
            byNumber.put(box.number(), box);
            boxes.put(box.owner(), box);
        }
        statements.rows(
                "SELECT l.mailbox, l.size FROM mailboxes b JOIN letters l ON l.mailbox = b.number AND l.seq > b.confirmed"
                        + " ORDER BY l.mailbox, l.seq",
                row -> byNumber.get(row.getLong(1)).mailbox().add(row.getInt(2)));
    }

    private List<Box> stored() throws SQLException {
        return statements.rows(
                "SELECT owner, number, confirmed FROM mailboxes",
                row -> new Box(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** Forgets those that another program has removed. */
    void compare() throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        stored().forEach(box -> numbers.put(box.owner(), box.number()));
        boxes.values()
                .removeIf(
                        box -> box.number() != 0 && !Long.valueOf(box.number()).equals(numbers.get(box.owner())));
    }

    Box of(String key) {
        Box there = boxes.get(key);
        return there == null ? boxes.computeIfAbsent(key, owner -> new Box(owner, 0, 0)) : there;
    }

    /** Takes a mailbox out, and says which it was; null for none. */
    Box remove(String key) {
        return boxes.remove(key);
    }

    /** That mailbox was not removed after all; null does nothing. */
    void putBack(Box box) {
        if (box != null) {
            boxes.put(box.owner(), box);
        }
    }

    void confirm(String key, long seq) {
        Box box = of(key);
        box.mailbox().confirm(seq);
        soil(box);
    }

    /** How many letters wait in all of them. */
    long waiting() {
        return boxes.values().stream().mapToLong(box -> box.mailbox().waiting()).sum();
    }

    private void soil(Box box) {
        if (box.becomesDirty()) {
            dirty.add(box);
        }
    }

    @Override
    public boolean isDue() {
        return !dirty.isEmpty();
    }

    @Override
    public void make() throws SQLException {
        for (Box box = dirty.poll(); box != null; box = dirty.poll()) {
            written.add(box);
            statements.update(
                    "UPDATE mailboxes SET confirmed = ? WHERE number = ? AND confirmed < ?",
                    box.cleaned(),
                    box.number(),
                    box.cleaned());
        }
    }

    @Override
    public void kept() {
        written.clear();
    }

    @Override
    public void takeBack() {
        written.forEach(this::soil);
        written.clear();
    }
}
