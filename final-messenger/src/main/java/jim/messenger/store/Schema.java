package jim.messenger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * How the database of a store is laid out, in versions. What leads from one to the next is a file beside this class,
 * {@code schema-1.sql} from nothing to the first. A file that was ever released never changes; what changes is put into a
 * new one.
 */
final class Schema {
    /** The latest version. */
    static final int VERSION = 3;

    /** What stands in the head of the file, so that it is known as ours: "JIMs". */
    static final int OURS = 0x4A49_4D73;

    private final Statements statements;
    private final Path file;

    /**
     * @param file for what is told
     */
    Schema(Statements statements, Path file) {
        this.statements = statements;
        this.file = file;
    }

    /** Brings the database, which may be empty, to the latest version. */
    void bringUp() throws SQLException, StoreFault {
        int version = checked();
        if (version == 0) {
            statements.run("PRAGMA auto_vacuum = INCREMENTAL");
        }
        statements.run("PRAGMA journal_mode = WAL");
        while (version < VERSION) {
            version++;
            statements.begin();
            statements.run(script(version));
            statements.run("PRAGMA user_version = " + version);
            statements.run("PRAGMA application_id = " + OURS);
            statements.commit();
        }
    }

    /** Says nothing when the database has the latest version. */
    void checkLatest() throws SQLException, StoreFault {
        if (checked() != VERSION) {
            throw new StoreFault(
                    file + " has the layout of the server that is running, which is another version than this"
                            + " program: use the jar of that server.");
        }
    }

    /** The version of the database, if it is one that this program can use. */
    private int checked() throws SQLException, StoreFault {
        long mark = statements.number("PRAGMA application_id");
        long version = statements.number("PRAGMA user_version");
        if (mark == 0 && statements.number("SELECT count(*) FROM sqlite_schema") == 0) {
            return 0;
        }
        if (mark != OURS) {
            throw new StoreFault(file + " is a database of another program: choose another folder with --data.");
        }
        if (version > VERSION) {
            throw new StoreFault(file + " was written by a newer version of this program (its layout is " + version
                    + ", this program knows " + VERSION + "): start that version.");
        }
        return (int) version;
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
