package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a store while a server has it. */
@Timeout(60)
class OperatedStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path parent;

    private Desk desk;

    @BeforeEach
    void open() throws StoreFault {
        desk = new Desk(SqliteStore.open(folder(), InstantSource.system(), why -> {}));
    }

    @AfterEach
    void close() {
        desk.store().close();
    }

    private Path folder() {
        return parent.resolve("data");
    }

    private OperatedStore operated() throws StoreFault {
        return OperatedStore.open(folder());
    }

    private static void await(BooleanSupplier change) {
        while (!change.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theServerNoticesANewAccountAndAnotherPassword() throws Exception {
        Set<String> secured = ConcurrentHashMap.newKeySet();
        desk.store().whenSecured(secured::add);
        try (OperatedStore operated = operated()) {
            operated.add(new Account("Ann", "secret", NOW));
            await(() -> desk.store().account("ann") != null);
            operated.replace(new Account("Ann", "other", NOW));
            await(() -> desk.store().account("ann").password().equals("other"));
            await(() -> secured.contains("ann"));
        }
        assertThat(desk.store().accounts()).containsExactly(new Account("Ann", "other", NOW));
    }

    @Test
    void whoIsRemovedHasAnEmptyMailboxFromTheNextMessageOn() throws Exception {
        desk.add("bob", null);
        desk.sendMany("bob", 3, "old");
        try (OperatedStore operated = operated()) {
            operated.remove("bob");
        }
        desk.send("ann", "bob", "new");
        assertThat(desk.store().account("bob")).isNull();
        assertThat(desk.texts("bob")).containsExactly("new");
        assertThat(desk.store().last("bob")).isEqualTo(1);
    }

    @Test
    void whoIsRemovedAndMadeAnewIsSomebodyElse() throws Exception {
        Set<String> forgotten = ConcurrentHashMap.newKeySet();
        desk.store().whenForgotten(forgotten::add);
        desk.add("bob", "secret");
        desk.join("#team", "bob");
        Account anew = new Account("Bob", "other", NOW);
        try (OperatedStore operated = operated()) {
            operated.remove("bob");
            operated.add(anew);
        }
        await(() -> forgotten.contains("bob"));
        assertThat(desk.store().account("bob")).isEqualTo(anew);
        assertThat(desk.store().rooms()).isEmpty();
    }

    @Test
    void aNameThatHasAPasswordIsNotMadeTwice() throws Exception {
        desk.add("ann", "secret");
        try (OperatedStore operated = operated()) {
            assertThatThrownBy(() -> operated.add(new Account("Ann", "other", NOW)))
                    .isInstanceOfSatisfying(
                            ChatFault.class, why -> assertThat(why.kind()).isEqualTo(Kind.NAME_IN_USE));
        }
    }

    @Test
    void aCopyIsAStoreOfItsOwn() throws Exception {
        desk.add("ann", "secret");
        desk.join("#team", "ann");
        desk.sendMany("bob", 100, "hello");
        Path copy = parent.resolve("it's a copy.db");
        try (OperatedStore operated = operated()) {
            operated.backUp(copy);
            desk.sendMany("bob", 5, "later");
            assertThatThrownBy(() -> operated.backUp(copy))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("is there already");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        Path restored = Files.createDirectories(parent.resolve("restored"));
        Files.copy(copy, StoreFolder.database(restored));
        try (SqliteStore store = SqliteStore.open(restored, InstantSource.system(), why -> {})) {
            assertThat(store.account("ann").password()).isEqualTo("secret");
            assertThat(store.rooms()).isEqualTo(Map.of("#team", Set.of("ann")));
            assertThat(new Desk(store).texts("bob")).hasSize(100).containsOnly("hello");
            assertThat(new Desk(store).send("ann", "bob", "goes on").waiting()).isEqualTo(1);
        }
    }

    @Test
    void aCopyThatCannotBeWrittenLeavesNothing() throws Exception {
        Path copy = parent.resolve("nowhere/copy.db");
        try (OperatedStore operated = operated()) {
            assertThatThrownBy(() -> operated.backUp(copy))
                    .isInstanceOf(StoreFault.class)
                    .hasMessage("cannot write the copy " + copy + ": there is no folder " + copy.getParent()
                            + ". Make it, or name another place.");
        }
        assertThat(parent.resolve("nowhere")).doesNotExist();
    }

    @Test
    void allMessagesAreReadInTheirOrder() throws Exception {
        desk.sendMany("bob", 10, "hello");
        desk.send("ann", "eve", "last");
        List<String> texts = new ArrayList<>();
        try (OperatedStore operated = operated()) {
            operated.messages(letter -> texts.add(letter.message().text()));
        }
        assertThat(texts).hasSize(11).endsWith("last");
    }

    @Test
    void aFolderWithoutAStoreIsRefusedAndLeftAsItIs() {
        assertThatThrownBy(() -> OperatedStore.open(parent.resolve("typo")))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("there is no store");
        assertThat(parent.resolve("typo")).doesNotExist();
    }
}
