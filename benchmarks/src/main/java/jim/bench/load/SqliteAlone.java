package jim.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import jim.messenger.store.SqliteStore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * Writes the rows that the messenger writes for messages between people, in transactions as large and with settings such as its
 * own, and does nothing else: what a store in the same database on the same disk can do at most. One thread.
 */
final class SqliteAlone implements AutoCloseable {
    /** How much one transaction of the messenger holds when there is much to do. */
    private static final int GROUP = 500;

    private static final int PEOPLE = 100;
    private static final String TEXT =
            "the quick brown fox jumps over the lazy dog ".repeat(3).substring(0, 100);

    private final Connection connection;
    private final PreparedStatement letter;
    private final PreparedStatement message;
    private final long[] seqs = new long[PEOPLE];
    private long id = System.currentTimeMillis() << 20;

    SqliteAlone(Path folder) throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setGetGeneratedKeys(false);
        connection = config.createConnection("jdbc:sqlite:" + folder.resolve("messages.db"));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = FULL");
            statement.executeUpdate("PRAGMA journal_mode = WAL");
            statement.executeUpdate("PRAGMA wal_autocheckpoint = 8000");
            statement.executeUpdate(schema());
        }
        letter = connection.prepareStatement("INSERT INTO letters (mailbox, seq, message, size) VALUES (?, ?, ?, ?)");
        message = connection.prepareStatement(
                "INSERT INTO messages (id, conversation, sender, recipient, text, at, mark, reached, waiting)"
                        + " VALUES (?, ?, ?, ?, ?, ?, NULL, 0, 1)");
    }

    /** The messenger's own. */
    private static String schema() throws IOException {
        try (InputStream script = SqliteStore.class.getResourceAsStream("schema-1.sql")) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    /** Commits for {@code time}, and says how many messages a second. */
    double perSecond(Duration time) throws SQLException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long kept = 0;
        while (System.nanoTime() < end) {
            connection.setAutoCommit(false);
            for (int i = 0; i < GROUP; i++) {
                keep((int) (kept + i) % PEOPLE);
            }
            connection.setAutoCommit(true);
            kept += GROUP;
        }
        return kept * 1e9 / (System.nanoTime() - start);
    }

    private void keep(int sender) throws SQLException {
        int recipient = sender ^ 1;
        id++;
        letter.setLong(1, recipient + 1L);
        letter.setLong(2, ++seqs[recipient]);
        letter.setLong(3, id);
        letter.setLong(4, TEXT.length());
        letter.executeUpdate();
        message.setLong(1, id);
        message.setString(2, "p" + Math.min(sender, recipient) + " p" + Math.max(sender, recipient));
        message.setString(3, "p" + sender);
        message.setString(4, "p" + recipient);
        message.setString(5, TEXT);
        message.setLong(6, System.currentTimeMillis() * 1_000_000);
        message.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
