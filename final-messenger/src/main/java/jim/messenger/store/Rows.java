package jim.messenger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jim.chat.Letter;
import jim.chat.Message;

/** What rows of the tables stand for. */
final class Rows {
    /** What {@link #letter} reads, after the place. */
    static final String MESSAGE = "m.id, m.sender, m.recipient, m.text, m.at";

    static final String ACCOUNT = "name, password, since";

    private Rows() {}

    static Account account(ResultSet row) throws SQLException {
        return new Account(row.getString(1), row.getString(2), time(row.getLong(3)));
    }

    /** Somebody who belongs to a room, and when that was made. */
    record Membership(String room, String member, Instant since) {}

    static Membership membership(ResultSet row) throws SQLException {
        return new Membership(row.getString(1), row.getString(2), time(row.getLong(3)));
    }

    /** A place in a mailbox, and {@link #MESSAGE}. */
    static Letter letter(ResultSet row) throws SQLException {
        Message message = new Message(row.getString(3), row.getString(4), row.getString(5), time(row.getLong(6)));
        return new Letter(row.getLong(1), row.getLong(2), message);
    }

    /** As it stands in a row. */
    static long time(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
