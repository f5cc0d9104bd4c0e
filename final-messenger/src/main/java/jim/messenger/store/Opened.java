package jim.messenger.store;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What a store with a database holds as long as it is open.
 *
 * @param folder nobody else has it
 * @param writing the writer's connection
 * @param reading one that reads beside it
 */
record Opened(StoreFolder folder, Statements writing, Statements reading) implements AutoCloseable {
    /** Opens the database in {@code folder}, which is made if it is not there. */
    static Opened in(Path folder) throws StoreFault {
        StoreFolder held = StoreFolder.hold(folder);
        Statements writing = null;
        try {
            writing = new Statements(Database.open(held.database()));
            new Schema(writing, held.database()).bringUp();
            return new Opened(held, writing, new Statements(Database.open(held.database())));
        } catch (SQLException e) {
            close(writing, held);
            throw unreadable(held.database(), e);
        } catch (StoreFault fault) {
            close(writing, held);
            throw fault;
        }
    }

    /** What the operator is told when {@code file} cannot be read. */
    static StoreFault unreadable(Path file, SQLException why) {
        return new StoreFault(
                file + " cannot be read, it may be damaged (" + why.getMessage()
                        + "): put a backup in its place, or choose another folder with --data.",
                why);
    }

    @Override
    public void close() {
        close(reading, writing, folder);
    }

    private static void close(AutoCloseable... held) {
        for (AutoCloseable one : held) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception e) {
                // What was kept is on the disk; what cannot be closed goes with the program.
            }
        }
    }
}
