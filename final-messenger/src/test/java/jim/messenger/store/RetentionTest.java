package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import jim.chat.Message;
import jim.chat.Posting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Protocol, section 4: a message waits for 30 days. */
@Timeout(60)
class RetentionTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Desk.NOON);

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws StoreFault {
        desk = new Desk(SqliteStore.open(folder, now::get, why -> fail("cannot write", why)));
    }

    @AfterEach
    void close() {
        desk.store().close();
    }

    private static void await(Callable<Boolean> change) throws Exception {
        while (!change.call()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsOldIsForgottenAndWhatIsYoungIsNot() throws Exception {
        desk.sendMany("bob", 900, "old");
        now.set(Desk.NOON.plus(Duration.ofDays(20)));
        desk.ask(new Posting(new Message("ann", "bob", "young", now.get()), null, List.of("bob")))
                .await();
        now.set(Desk.NOON.plus(Duration.ofDays(31)));
        await(() -> desk.letters("bob").size() == 1);
        assertThat(desk.texts("bob")).containsExactly("young");
        await(() -> desk.store().confirmed("bob") == 900);
        HistoryQuery all = new HistoryQuery(Conversation.between("crowd", "bob"), Long.MAX_VALUE, 0, 10);
        await(() -> desk.store().history(all).messages().isEmpty());
    }

    @Test
    void aFullMailboxHasRoomAgainAndCountsOn() throws Exception {
        desk.sendMany("bob", MessageStore.MAILBOX_LETTERS, "old");
        now.set(Desk.NOON.plus(Duration.ofDays(31)));
        await(() -> desk.store().confirmed("bob") == MessageStore.MAILBOX_LETTERS);
        close();
        now.set(Desk.NOON);
        open();
        assertThat(desk.store().last("bob")).isEqualTo(MessageStore.MAILBOX_LETTERS);
        desk.send("ann", "bob", "new");
        assertThat(desk.letters("bob")).hasSize(1).allMatch(letter -> letter.seq() == 1_001);
    }

    @Test
    void theDiskGetsItsRoomBack() throws Exception {
        for (int i = 0; i < 10; i++) {
            desk.sendMany("b" + i, 200, "x".repeat(4_000));
        }
        assertThat(pages()).isGreaterThan(2_000);
        now.set(Desk.NOON.plus(Duration.ofDays(31)));
        await(() -> pages() < 100);
    }

    private long pages() throws SQLException {
        try (Statements statements = new Statements(Database.open(StoreFolder.database(folder)))) {
            return statements.number("PRAGMA page_count");
        }
    }
}
