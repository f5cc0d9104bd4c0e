package jim.messenger.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Connections to the file of a store. */
final class Database {
    /** Another program that writes, such as one that adds an account, is soon done. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * How many pages of 4 KiB the write-ahead log may get before it is copied into the file. A page that many messages change,
     * as the last one of an index, is copied once for all of them.
     */
    private static final int LOG_PAGES = 8_000;

    private Database() {}

    /** One that reads and, one at a time, writes; in the mode that the file is in. */
    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        // Else the driver asks for the number of the last row after every INSERT, with a statement that it prepares
        // anew.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        run(connection, "PRAGMA synchronous = FULL");
        run(connection, "PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        return connection;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
