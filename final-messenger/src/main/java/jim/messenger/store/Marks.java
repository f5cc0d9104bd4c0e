package jim.messenger.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jim.chat.Sent;

/**
 * What became of messages that have a mark, so that a repeat gets the same reply. It is known only when a message has been
 * handed over, and that is when it is kept already; so it is written with the next group. For the writer's thread alone.
 */
final class Marks implements Change.Standing {
    private final Statements statements;
    private final Map<String, Sending> unsaved = new HashMap<>();
    private List<String> saving = List.of();

    Marks(Statements statements) {
        this.statements = statements;
    }

    /** What was sent with {@code mark} just now; null for nothing. */
    Sending latest(String mark) {
        return unsaved.get(mark);
    }

    /** What became of what was sent with {@code mark} before that; null for nothing. */
    Sent earlier(String mark) throws SQLException {
        return statements.first(
                "SELECT 0, " + Rows.MESSAGE + ", reached, waiting, missed FROM messages m WHERE mark = ?",
                row -> new Sent(
                        Rows.letter(row).message(), row.getLong(2), row.getInt(7), row.getInt(8), row.getInt(9), false),
                mark);
    }

    void add(String mark, Sending first) {
        unsaved.put(mark, first);
    }

    /** That message was not kept. */
    void remove(String mark) {
        unsaved.remove(mark);
    }

    /** Whoever had {@code key} is forgotten, and so are the marks. */
    static void forget(Statements statements, String key) throws SQLException {
        // Behind the space comes the exclamation mark, and no key has either.
        statements.update("UPDATE messages SET mark = NULL WHERE mark > ? AND mark < ?", key + ' ', key + '!');
    }

    @Override
    public boolean isDue() {
        return !unsaved.isEmpty();
    }

    @Override
    public void make() throws SQLException {
        saving = List.copyOf(unsaved.keySet());
        for (Sending sending : unsaved.values()) {
            Sent sent = sending.sent();
            if (sent.reached() > 0) {
                statements.update(
                        "UPDATE messages SET reached = ?, waiting = ? WHERE id = ?",
                        sent.reached(),
                        sent.waiting(),
                        sent.id());
            }
        }
    }

    @Override
    public void kept() {
        unsaved.keySet().removeAll(saving);
    }
}
