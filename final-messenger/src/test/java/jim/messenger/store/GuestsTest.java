package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guest who does not come again is remembered for some time, and then forgotten with all that was kept for them. */
@Timeout(60)
class GuestsTest {
    private static final Duration KEPT = Duration.ofDays(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Desk.NOON);
    private final BlockingQueue<String> forgotten = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws StoreFault {
        desk = new Desk(SqliteStore.open(folder, now::get, KEPT, why -> fail("cannot write", why), Pulse.UNHEARD));
        desk.store().whenForgotten(forgotten::add);
    }

    @AfterEach
    void close() {
        desk.store().close();
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    @Test
    void aGuestWhoDoesNotComeAgainIsForgottenWithAllThatWasKept() throws Exception {
        desk.add("dan", null);
        desk.add("ann", "secret");
        desk.join("#team", "dan");
        desk.join("#team", "ann");
        desk.send("ann", "dan", "hello");
        pass(KEPT.plusHours(1));
        assertThat(forgotten.take()).isEqualTo("dan");
        assertThat(desk.store().accounts()).extracting(Account::name).containsExactly("ann");
        assertThat(desk.store().rooms().get("#team")).containsExactly("ann");
        assertThat(desk.letters("dan")).isEmpty();
        close();
        open();
        assertThat(desk.store().accounts()).extracting(Account::name).containsExactly("ann");
    }

    @Test
    void aGuestWhoIsHereOrWasLatelyStays() throws Exception {
        desk.add("ann", null);
        desk.add("bob", null);
        desk.add("dan", null);
        desk.store().comes("ann");
        pass(Duration.ofDays(9));
        desk.store().comes("bob");
        desk.store().goes("bob");
        awaitNoted("bob");
        pass(Duration.ofDays(9));
        assertThat(forgotten.take()).isEqualTo("dan");
        assertThat(desk.store().accounts()).extracting(Account::name).containsExactlyInAnyOrder("ann", "bob");
        pass(Duration.ofDays(9));
        assertThat(forgotten.take()).isEqualTo("bob");
        desk.store().goes("ann");
        awaitNoted("ann");
        pass(KEPT.plusHours(1));
        assertThat(forgotten.take()).isEqualTo("ann");
    }

    /** It has looked before it took the second guest, and would look again too late. */
    @Test
    void whoIsHereWhenTheServerStopsHasBeenHereUntilThen() throws Exception {
        desk.add("ann", null);
        desk.add("dan", null);
        pass(Duration.ofMinutes(1));
        desk.store().goes("ann");
        close();
        assertThat(seen("ann")).isEqualTo(Rows.time(now.get()));
        assertThat(seen("dan")).isEqualTo(Rows.time(Desk.NOON));
        open();
    }

    private long seen(String key) throws Exception {
        try (Statements statements = new Statements(Database.open(StoreFolder.database(folder)))) {
            return statements.number("SELECT seen FROM accounts WHERE key = ?", key);
        }
    }

    @Test
    void manyAreForgottenALittleAtATime() throws Exception {
        for (int i = 0; i < 250; i++) {
            desk.askToAdd("guest" + i, null);
        }
        desk.add("last", null);
        pass(KEPT.plusHours(1));
        for (int i = 0; i <= 250; i++) {
            forgotten.take();
        }
        assertThat(desk.store().accounts()).isEmpty();
    }

    /** It is written at the next look, with the time at which it was. */
    private void awaitNoted(String key) throws Exception {
        long noted = Rows.time(now.get());
        pass(Duration.ofHours(1));
        while (seen(key) != noted) {
            Thread.onSpinWait();
        }
    }
}
