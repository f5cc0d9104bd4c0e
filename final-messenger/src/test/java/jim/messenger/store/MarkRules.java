package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.chat.Sent;
import org.junit.jupiter.api.Test;

/** What every store does with what is said twice (protocol, section 5). */
interface MarkRules {
    Desk desk();

    @Test
    default void whatIsSaidTwiceWithOneMarkIsKeptOnce() throws ChatFault {
        Sent first = desk().sendMarked("ann", "bob", "hello", "1");
        Sent second = desk().sendMarked("Ann", "BOB", "hello", "1");
        assertThat(second).isEqualTo(new Sent(first.message(), first.id(), 0, 1, 0, true));
        assertThat(desk().texts("bob")).containsExactly("hello");
    }

    @Test
    default void aRepeatIsAnsweredAsTheFirstTimeWas() throws ChatFault {
        desk().comes("bob");
        assertThat(desk().sendMarked("ann", "bob", "hello", "1").reached()).isEqualTo(1);
        desk().send("ann", "bob", "between");
        desk().send("ann", "bob", "between");
        assertThat(desk().sendMarked("ann", "bob", "hello", "1").reached()).isEqualTo(1);
        assertThat(desk().delivered()).hasSize(3);
    }

    @Test
    default void aRepeatSaysForHowManyOfARoomItWasNotKept() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        List<String> members = List.of("bob", "eve");
        Sent first = desk().sendMarkedToRoom("ann", "#team", members, "all", "1");
        assertThat(desk().sendMarkedToRoom("ann", "#team", members, "all", "1"))
                .isEqualTo(new Sent(first.message(), first.id(), 0, 1, 1, true));
    }

    @Test
    default void ofManyRepeatsAtOnceOneIsKept() throws ChatFault {
        List<Answered<Sent>> all = IntStream.range(0, 100)
                .mapToObj(i -> desk().ask(Desk.posting("ann", "bob", "hello", "1")))
                .toList();
        assertThat(all.get(0).await().repeated()).isFalse();
        for (Answered<Sent> one : all.subList(1, 100)) {
            assertThat(one.await().repeated()).isTrue();
            assertThat(one.await().id()).isEqualTo(all.get(0).await().id());
        }
        assertThat(desk().letters("bob")).hasSize(1);
    }

    @Test
    default void aMarkIsForOneMessage() throws ChatFault {
        desk().sendMarked("ann", "bob", "hello", "1");
        assertThat(desk().ask(Desk.posting("ann", "bob", "other", "1"))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MARK_IN_USE);
        assertThat(desk().ask(Desk.posting("ann", "eve", "hello", "1"))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MARK_IN_USE);
        assertThat(desk().letters("bob")).hasSize(1);
        assertThat(desk().letters("eve")).isEmpty();
    }

    @Test
    default void twoSendersMayHaveTheSameMark() throws ChatFault {
        desk().sendMarked("ann", "bob", "hello", "1");
        assertThat(desk().sendMarked("eve", "bob", "hello", "1").repeated()).isFalse();
        assertThat(desk().letters("bob")).hasSize(2);
    }

    @Test
    default void aRefusedMessageLeavesNoMarkBehind() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        assertThat(desk().ask(Desk.posting("ann", "bob", "more", "1"))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MAILBOX_FULL);
        desk().store().confirm("bob", 1);
        assertThat(desk().sendMarked("ann", "bob", "more", "1").repeated()).isFalse();
    }

    @Test
    default void aMarkIsRememberedForAThousandMessages() throws ChatFault {
        Sent first = desk().sendMarked("ann", "bob", "hello", "first");
        for (int i = 1; i < MessageStore.MARKS; i++) {
            desk().ask(Desk.posting("ann", "b" + i % 10, "hello", String.valueOf(i)));
        }
        assertThat(desk().sendMarked("ann", "bob", "hello", "first").id()).isEqualTo(first.id());
    }
}
