package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.chat.Letter;
import jim.chat.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an SQLite store remembers when it is opened once more. */
@Timeout(60)
class ReopenedStoreTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws StoreFault {
        desk = new Desk(SqliteStore.open(folder, InstantSource.system(), why -> fail("cannot write", why)));
    }

    @AfterEach
    void close() {
        desk.store().close();
    }

    private void reopen() throws StoreFault {
        close();
        open();
    }

    @Test
    void accountsAndMembershipsAreThere() throws Exception {
        Account ann = desk.add("Ann", "secret");
        desk.add("Bob", null);
        desk.join("#Team", "ann");
        desk.join("#team", "bob");
        desk.askToRemove("bob").await();
        reopen();
        assertThat(desk.store().accounts()).containsExactly(ann);
        assertThat(desk.store().account("ann").password()).isEqualTo("secret");
        assertThat(desk.store().rooms()).isEqualTo(Map.of("#Team", Set.of("ann")));
    }

    @Test
    void lettersAndTheirPlacesAreThere() throws Exception {
        Sent first = desk.send("ann", "bob", "one");
        desk.send("ann", "bob", "two");
        desk.store().confirm("bob", 1);
        reopen();
        assertThat(desk.store().confirmed("bob")).isEqualTo(1);
        assertThat(desk.store().last("bob")).isEqualTo(2);
        assertThat(desk.letters("bob").get(0)).isEqualTo(new Letter(1, first.id(), Desk.message("ann", "bob", "one")));
        Sent third = desk.send("ann", "bob", "three");
        assertThat(third.id()).isGreaterThan(first.id());
        assertThat(desk.texts("bob")).containsExactly("one", "two", "three");
        assertThat(desk.store().last("bob")).isEqualTo(3);
    }

    @Test
    void aMailboxIsAsFullAsItWas() throws Exception {
        desk.sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        reopen();
        assertThat(desk.ask(Desk.posting("ann", "bob", "more", null))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MAILBOX_FULL);
        desk.store().confirm("bob", 1);
        reopen();
        assertThat(desk.send("ann", "bob", "more").waiting()).isEqualTo(1);
    }

    @Test
    void itIsRememberedForHowManyOfARoomAMessageWasNotKept() throws Exception {
        desk.sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        desk.sendMarkedToRoom("ann", "#team", List.of("bob", "eve"), "all", "1");
        reopen();
        Sent again = desk.sendMarkedToRoom("ann", "#team", List.of("bob", "eve"), "all", "1");
        assertThat(List.of(again.waiting(), again.missed())).containsExactly(1, 1);
    }

    @Test
    void itIsRememberedWhenARoomWasMade() throws Exception {
        desk.sendToRoom("ann", "#team", List.of(), "old");
        desk.join("#team", "bob");
        reopen();
        HistoryQuery query = new HistoryQuery(Conversation.in("#team"), Long.MAX_VALUE, 0, 10);
        assertThat(desk.store().history(query).messages()).isEmpty();
    }

    @Test
    void aMarkIsRememberedWithItsReply() throws Exception {
        desk.comes("bob");
        Sent first = desk.sendMarked("ann", "bob", "hello", "1");
        reopen();
        Sent again = desk.sendMarked("ann", "bob", "hello", "1");
        assertThat(again).isEqualTo(new Sent(first.message(), first.id(), 1, 0, 0, true));
        assertThat(desk.ask(Desk.posting("ann", "bob", "other", "1"))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MARK_IN_USE);
    }

    @Test
    void historyIsThere() throws ChatFault, StoreFault {
        desk.send("ann", "bob", "hello");
        reopen();
        HistoryQuery query = new HistoryQuery(Conversation.between("bob", "ann"), Long.MAX_VALUE, 0, 10);
        assertThat(desk.store().history(query).messages()).hasSize(1);
    }
}
