package jim.messenger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of one connection, each prepared once and used again and again. For one thread at a time. */
final class Statements implements AutoCloseable {
    /** Makes a value of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * @param connection is closed with it
     */
    Statements(Connection connection) {
        this.connection = connection;
    }

    /** How many rows {@code sql} has changed. */
    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** The rows that {@code sql} finds. */
    <T> List<T> rows(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, read -> found.add(row.read(read)), values);
        return found;
    }

    /** Reads the rows that {@code sql} finds, one after the other; what {@code row} makes of them is dropped. */
    void each(String sql, Row<?> row, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    /** The first row that {@code sql} finds; null for none. */
    <T> T first(String sql, Row<T> row, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? row.read(rows) : null;
        }
    }

    /** The number in the first row and column that {@code sql} finds; 0 for none. */
    long number(String sql, Object... values) throws SQLException {
        Long number = first(sql, row -> row.getLong(1), values);
        return number == null ? 0 : number;
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Begins a transaction that may write; waits a few seconds for another program that is writing. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Returns when what was written is on the disk. */
    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Forgets what was written since {@link #begin}, also when that, or {@link #commit}, has failed. */
    void rollback() {
        forget();
        quietly(() -> run("ROLLBACK"));
        quietly(() -> connection.setAutoCommit(true));
    }

    /** Prepares all anew: the driver closes a statement that has failed, and says so only when it is used again. */
    void forget() {
        prepared.values().forEach(statement -> quietly(statement::close));
        prepared.clear();
    }

    /** Runs what is not asked for often, and may be several statements. */
    void run(String sql) throws SQLException {
        Database.run(connection, sql);
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            // What went wrong has been noticed already: here it only says that there is nothing to take back.
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
