package jim.messenger.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jim.chat.ChatFault;
import jim.chat.Letter;

/** Reads what lies in the database, beside the writer. For any thread, one at a time; blocks. */
final class Reading implements AutoCloseable {
    private static final String LETTERS = "SELECT l.seq, " + Rows.MESSAGE
            + " FROM mailboxes b JOIN letters l ON l.mailbox = b.number JOIN messages m ON m.id = l.message"
            + " WHERE b.owner = ? AND l.seq > ? ORDER BY l.seq LIMIT ?";

    private static final String HISTORY = "SELECT 0, " + Rows.MESSAGE
            + " FROM messages m WHERE conversation = ? AND id < ? AND id > ? AND at >= ?" + " ORDER BY id ";

    private final Statements statements;

    Reading(Statements statements) {
        this.statements = statements;
    }

    synchronized List<Letter> letters(String key, long after, int most) throws ChatFault {
        try {
            return statements.rows(LETTERS, Rows::letter, key, after, most);
        } catch (SQLException e) {
            statements.forget();
            throw Refusal.unreadable();
        }
    }

    /** What {@code query} asks for, of what was said at {@code beginning} or later. */
    synchronized History history(HistoryQuery query, Instant beginning) throws ChatFault {
        boolean fromTheEnd = query.after() == 0;
        List<Letter> found;
        try {
            found = new ArrayList<>(statements.rows(
                    HISTORY + (fromTheEnd ? "DESC LIMIT ?" : "LIMIT ?"),
                    Rows::letter,
                    query.conversation().key(),
                    query.before(),
                    query.after(),
                    Rows.time(beginning),
                    query.most() + 1));
        } catch (SQLException e) {
            statements.forget();
            throw Refusal.unreadable();
        }
        boolean isComplete = found.size() <= query.most();
        if (!isComplete) {
            found.remove(query.most());
        }
        if (fromTheEnd) {
            Collections.reverse(found);
        }
        return new History(found, isComplete);
    }

    @Override
    public synchronized void close() throws SQLException {
        statements.close();
    }
}
