package jim.messenger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which folders an SQLite store takes, what it says of the others, and who may look into them. */
@Timeout(60)
class StoreFolderTest {
    @TempDir
    Path parent;

    private SqliteStore open() throws StoreFault {
        return SqliteStore.open(folder(), InstantSource.system(), why -> {});
    }

    private Path folder() {
        return parent.resolve("data");
    }

    private void assertRefused(String why) {
        ThrowingCallable opening = () -> open().close();
        assertThatThrownBy(opening)
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining(why)
                .hasMessageContaining(": ");
    }

    private void run(String sql) throws Exception {
        try (Connection connection = Database.open(StoreFolder.database(folder()))) {
            Database.run(connection, sql);
        }
    }

    @Test
    void nobodyElseMayLookIntoIt() throws Exception {
        try (SqliteStore store = open();
                Stream<Path> files = Files.list(folder())) {
            new Desk(store).send("ann", "bob", "hello");
            assertThat(permissions(folder())).isEqualTo("rwx------");
            assertThat(files).hasSize(4).allMatch(file -> permissions(file).equals("rw-------"));
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderThatIsHeldIsRefusedUntilItsHolderCloses() throws Exception {
        try (SqliteStore store = open()) {
            assertThat(store.accounts()).isEmpty();
            assertRefused("another server is running");
        }
        open().close();
    }

    @Test
    void aRefusedFolderIsNotHeld() throws Exception {
        open().close();
        run("PRAGMA user_version = 99");
        assertRefused("newer version");
        run("PRAGMA user_version = " + Schema.VERSION);
        open().close();
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
        Files.createDirectories(folder());
        run("CREATE TABLE stamps (country TEXT)");
        byte[] before = Files.readAllBytes(StoreFolder.database(folder()));
        assertRefused("another program");
        assertThat(Files.readAllBytes(StoreFolder.database(folder()))).isEqualTo(before);
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(StoreFolder.database(folder()), "my shopping list ".repeat(100));
        assertRefused("may be damaged");
    }

    @Test
    void aDamagedDatabaseIsRefused() throws Exception {
        try (SqliteStore store = open()) {
            new Desk(store).sendMany("bob", 100, "hello");
        }
        try (RandomAccessFile file =
                new RandomAccessFile(StoreFolder.database(folder()).toFile(), "rw")) {
            for (long page = 1; page < file.length() / 4_096; page++) {
                file.seek(page * 4_096);
                file.write(new byte[64]);
            }
        }
        assertRefused("may be damaged");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Files.createFile(folder());
        assertRefused("is a file");
    }

    @Test
    void aFolderInAFileCannotBeMade() throws Exception {
        Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> SqliteStore.open(parent.resolve("file/data"), InstantSource.system(), why -> {}))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("choose another one with --data");
    }

    /** The oldest layout, as the program of that time had filled it. */
    @Test
    void theOldestVersionStillOpens() throws Exception {
        Files.createDirectories(folder());
        try (InputStream dump = StoreFolderTest.class.getResourceAsStream("version-1.sql")) {
            run(new String(dump.readAllBytes(), UTF_8));
        }
        try (SqliteStore store = open()) {
            Desk desk = new Desk(store);
            assertThat(store.account("ann").name()).isEqualTo("Ann");
            assertThat(store.accounts()).as("nobody has been away for long").hasSize(2);
            assertThat(store.rooms()).containsOnlyKeys("#Team");
            assertThat(store.confirmed("bob")).isEqualTo(1);
            assertThat(desk.texts("bob")).containsExactly("hello", "are you there?");
            assertThat(desk.sendMarked("Ann", "Bob", "hello", "c1").repeated()).isTrue();
            assertThat(desk.send("Ann", "Bob", "there you are").id()).isGreaterThan(1_867_000_000_000_000_002L);
        }
    }
}
