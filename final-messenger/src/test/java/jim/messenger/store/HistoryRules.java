package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatFault;
import jim.chat.Letter;
import org.junit.jupiter.api.Test;

/** What every store tells of what was said before (protocol, section 5). */
interface HistoryRules {
    Conversation TALK = Conversation.between("Ann", "bob");

    Desk desk();

    /** Ann and Bob say the numbers from 0, in turns; the ids. */
    private List<Long> talk(int count) throws ChatFault {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean even = i % 2 == 0;
            ids.add(desk().send(even ? "ann" : "bob", even ? "bob" : "ann", String.valueOf(i))
                    .id());
        }
        return ids;
    }

    private List<String> texts(HistoryQuery query) throws ChatFault {
        return desk().store().history(query).messages().stream()
                .map(letter -> letter.message().text())
                .toList();
    }

    @Test
    default void aHistoryHasWhatBothSaidAndNobodyElse() throws ChatFault {
        desk().send("ann", "eve", "secret");
        talk(2);
        desk().sendToRoom("ann", "#team", List.of("bob"), "all");
        History history = desk().store().history(new HistoryQuery(TALK, Long.MAX_VALUE, 0, 10));
        assertThat(history.messages())
                .extracting(Letter::message)
                .containsExactly(Desk.message("ann", "bob", "0"), Desk.message("bob", "ann", "1"));
        assertThat(history.messages()).allMatch(letter -> letter.seq() == 0);
        assertThat(history.complete()).isTrue();
    }

    @Test
    default void aRoomHasAHistoryWhoeverWasThere() throws ChatFault {
        desk().sendToRoom("ann", "#Team", List.of(), "alone");
        desk().sendToRoom("ann", "#team", List.of("bob"), "together");
        assertThat(texts(new HistoryQuery(Conversation.in("#TEAM"), Long.MAX_VALUE, 0, 10)))
                .containsExactly("alone", "together");
    }

    @Test
    default void whoTakesANameThatWasGivenUpDoesNotReadWhatWasSaidBefore() throws ChatFault {
        desk().add("bob", "secret");
        talk(2);
        desk().askToRemove("bob").await();
        desk().askToAdd(new Account("bob", "other", Desk.NOON.plusSeconds(1))).await();
        assertThat(texts(new HistoryQuery(TALK, Long.MAX_VALUE, 0, 10))).isEmpty();
    }

    @Test
    default void whoeverMakesARoomReadsNothingOfWhatWasSaidBefore() throws ChatFault {
        desk().sendToRoom("ann", "#team", List.of(), "old");
        desk().join("#team", "bob");
        assertThat(texts(new HistoryQuery(Conversation.in("#team"), Long.MAX_VALUE, 0, 10)))
                .isEmpty();
    }

    @Test
    default void withoutABoundTheLatestCome() throws ChatFault {
        talk(6);
        HistoryQuery query = new HistoryQuery(TALK, Long.MAX_VALUE, 0, 2);
        assertThat(texts(query)).containsExactly("4", "5");
        assertThat(desk().store().history(query).complete()).isFalse();
    }

    @Test
    default void beforeAMessageTheLatestOfTheOlderOnesCome() throws ChatFault {
        List<Long> ids = talk(6);
        assertThat(texts(new HistoryQuery(TALK, ids.get(4), 0, 2))).containsExactly("2", "3");
        HistoryQuery all = new HistoryQuery(TALK, ids.get(2), 0, 2);
        assertThat(texts(all)).containsExactly("0", "1");
        assertThat(desk().store().history(all).complete()).isTrue();
    }

    @Test
    default void afterAMessageTheOldestOfTheNewerOnesCome() throws ChatFault {
        List<Long> ids = talk(6);
        HistoryQuery query = new HistoryQuery(TALK, Long.MAX_VALUE, ids.get(1), 2);
        assertThat(texts(query)).containsExactly("2", "3");
        assertThat(desk().store().history(query).complete()).isFalse();
        assertThat(texts(new HistoryQuery(TALK, ids.get(4), ids.get(1), 10))).containsExactly("2", "3");
    }

    @Test
    default void whatHasArrivedStaysInTheHistory() throws ChatFault {
        talk(2);
        desk().store().confirm("bob", 1);
        desk().send("eve", "bob", "makes the mailbox forget");
        assertThat(texts(new HistoryQuery(TALK, Long.MAX_VALUE, 0, 10))).containsExactly("0", "1");
    }
}
