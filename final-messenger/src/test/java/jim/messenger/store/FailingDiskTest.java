package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.chat.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an SQLite store does when the disk does not take what it writes: here, another program spoils each new row. */
@Timeout(60)
class FailingDiskTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(SqliteStore.open(folder, InstantSource.system(), failures::add));
        desk.send("ann", "bob", "before");
    }

    @AfterEach
    void close() {
        desk.store().close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = Database.open(StoreFolder.database(folder))) {
            Database.run(connection, sql);
        }
    }

    private void breakDisk() throws SQLException {
        run("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT raise(ABORT, 'disk full'); END");
    }

    private void mendDisk() throws SQLException {
        run("DROP TRIGGER full");
    }

    @Test
    void whatCannotBeKeptIsRefusedAndHandedToNobody() throws Exception {
        desk.comes("bob");
        breakDisk();
        List<Answered<Sent>> all = IntStream.range(0, 50)
                .mapToObj(i -> desk.ask(Desk.posting("ann", "bob", "text " + i, "cid " + i)))
                .toList();
        for (Answered<Sent> one : all) {
            assertThat(one.awaitRefusal().kind()).isEqualTo(Kind.NOT_KEPT);
        }
        assertThat(desk.delivered()).isEmpty();
        assertThat(desk.store().last("bob")).isEqualTo(1);
        assertThat(desk.texts("bob")).containsExactly("before");
    }

    @Test
    void whenTheDiskIsFineAgainAllGoesOnAsIfNothingHadBeen() throws Exception {
        breakDisk();
        ChatFault fault = desk.ask(Desk.posting("ann", "bob", "hello", "1")).awaitRefusal();
        assertThat(fault).hasMessageContaining("try again");
        assertThat(desk.ask(Desk.posting("ann", "eve", "hello", "2"))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.NOT_KEPT);
        mendDisk();
        assertThat(desk.sendMarked("ann", "bob", "hello", "1").repeated()).isFalse();
        assertThat(desk.sendMarked("ann", "eve", "other", "2").repeated()).isFalse();
        assertThat(desk.store().last("bob")).isEqualTo(2);
        assertThat(desk.store().last("eve")).isEqualTo(1);
        close();
        open();
        assertThat(desk.texts("bob")).containsExactly("before", "hello", "before");
    }

    @Test
    void aFailureIsToldOnceUntilTheDiskIsFineAgain() throws Exception {
        breakDisk();
        for (int i = 0; i < 5; i++) {
            desk.ask(Desk.posting("ann", "bob", "hello", null)).awaitRefusal();
        }
        assertThat(failures).hasSize(1);
        mendDisk();
        desk.send("ann", "bob", "hello");
        breakDisk();
        desk.ask(Desk.posting("ann", "bob", "hello", null)).awaitRefusal();
        assertThat(failures).hasSize(2);
    }

    @Test
    void whatHasArrivedIsWrittenWhenTheDiskIsFineAgain() throws Exception {
        run("CREATE TRIGGER full BEFORE UPDATE ON mailboxes BEGIN SELECT raise(ABORT, 'disk full'); END");
        desk.store().confirm("bob", 1);
        assertThat(failures.take()).hasMessageContaining("disk full");
        mendDisk();
        close();
        open();
        assertThat(desk.store().confirmed("bob")).isEqualTo(1);
    }

    @Test
    void aGuestWhoCouldNotBeKeptIsForgotten() throws Exception {
        run("CREATE TRIGGER full BEFORE INSERT ON accounts BEGIN SELECT raise(ABORT, 'disk full'); END");
        assertThat(desk.askToAdd("eve", null).awaitRefusal().kind()).isEqualTo(Kind.NOT_KEPT);
        assertThat(desk.store().account("eve")).isNull();
    }

    @Test
    void afterAFailureNothingIsKeptUntilThereIsRoomForMoreThanAGroup() throws Exception {
        breakDisk();
        desk.ask(Desk.posting("ann", "bob", "large", "1")).awaitRefusal();
        mendDisk();
        Path inTheWay = Files.createDirectory(folder.resolve("trial"));
        Path inside = Files.createFile(inTheWay.resolve("file"));
        ChatFault fault = desk.ask(Desk.posting("ann", "bob", "small", "2")).awaitRefusal();
        assertThat(fault.kind()).isEqualTo(Kind.NOT_KEPT);
        Files.setPosixFilePermissions(inTheWay, PosixFilePermissions.fromString("rwx------"));
        Files.delete(inside);
        Files.delete(inTheWay);
        assertThat(desk.sendMarked("ann", "bob", "small", "2").repeated()).isFalse();
        assertThat(folder.resolve("trial")).doesNotExist();
    }
}
