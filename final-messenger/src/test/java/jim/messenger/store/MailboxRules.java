package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.chat.Letter;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import org.junit.jupiter.api.Test;

/** What every store does with messages and mailboxes. */
interface MailboxRules {
    Desk desk();

    @Test
    default void aMessageWaitsForSomebodyWhoIsAway() throws ChatFault {
        Sent sent = desk().send("ann", "bob", "hello");
        assertThat(sent.waiting()).isEqualTo(1);
        assertThat(sent.reached()).isZero();
        assertThat(sent.repeated()).isFalse();
        assertThat(desk().letters("bob"))
                .containsExactly(new Letter(1, sent.id(), Desk.message("ann", "bob", "hello")));
        assertThat(desk().store().last("bob")).isEqualTo(1);
        assertThat(desk().store().confirmed("bob")).isZero();
    }

    @Test
    default void aMessageIsHandedToSomebodyWhoIsThere() throws ChatFault {
        desk().comes("bob");
        Sent sent = desk().send("ann", "bob", "hello");
        assertThat(sent.reached()).isEqualTo(1);
        assertThat(sent.waiting()).isZero();
        Letter letter = new Letter(1, sent.id(), Desk.message("ann", "bob", "hello"));
        assertThat(desk().delivered()).containsExactly(new Desk.Delivered("bob", letter));
        assertThat(desk().letters("bob")).containsExactly(letter);
    }

    @Test
    default void anyTextComesBackAsItWas() throws ChatFault {
        String text = "'; -- \"привет\" \u0000 \uD83D\uDE00 e\u0301 \u202E\n";
        desk().send("ann", "bob", text);
        assertThat(desk().texts("bob")).containsExactly(text);
    }

    @Test
    default void placesHaveNoGapsAndIdsGrow() throws ChatFault {
        desk().sendMany("bob", 50, "hello");
        desk().sendMany("eve", 5, "hello");
        desk().sendMany("bob", 50, "hello");
        assertThat(desk().letters("bob").stream().map(Letter::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(desk().letters("bob").stream().map(Letter::id).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(desk().store().last("eve")).isEqualTo(5);
    }

    @Test
    default void lettersAreReadBehindAPlaceAndNotMoreThanWanted() throws ChatFault {
        desk().sendMany("bob", 10, "hello");
        assertThat(desk().store().letters("bob", 3, 4).stream().map(Letter::seq))
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(desk().store().letters("bob", 10, 4)).isEmpty();
        assertThat(desk().store().letters("nobody", 0, 4)).isEmpty();
    }

    @Test
    default void aSmallerConfirmationChangesNothing() throws ChatFault {
        desk().sendMany("bob", 10, "hello");
        desk().store().confirm("bob", 7);
        desk().store().confirm("bob", 3);
        assertThat(desk().store().confirmed("bob")).isEqualTo(7);
        assertThat(desk().store().last("bob")).isEqualTo(10);
        assertThat(desk().store().letters("bob", 7, 100)).hasSize(3);
    }

    @Test
    default void aMailboxThatIsFullRefuses() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        ChatFault fault =
                desk().ask(Desk.posting("ann", "Bob", "one more", null)).awaitRefusal();
        assertThat(fault.kind()).isEqualTo(Kind.MAILBOX_FULL);
        assertThat(fault).hasMessageContaining("Bob");
        assertThat(desk().store().last("bob")).isEqualTo(MessageStore.MAILBOX_LETTERS);
        assertThat(desk().letters("bob")).hasSize(MessageStore.MAILBOX_LETTERS);
    }

    @Test
    default void aMailboxIsFullWhenItsTextsHaveTooManyBytes() throws ChatFault {
        String text = "ж".repeat(4_096);
        desk().sendMany("bob", MessageStore.MAILBOX_BYTES / 8_192, text);
        assertThat(desk().ask(Desk.posting("ann", "bob", "a", null))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MAILBOX_FULL);
    }

    @Test
    default void whatHasArrivedMakesRoom() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        desk().store().confirm("bob", 1);
        desk().send("ann", "bob", "one more");
        assertThat(desk().ask(Desk.posting("ann", "bob", "too many", null))
                        .awaitRefusal()
                        .kind())
                .isEqualTo(Kind.MAILBOX_FULL);
        assertThat(desk().store().last("bob")).isEqualTo(MessageStore.MAILBOX_LETTERS + 1);
    }

    @Test
    default void whoReadsAtOnceHasRoomHoweverFullTheMailboxIs() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        desk().comesAndReadsAtOnce("bob");
        assertThat(desk().send("ann", "bob", "one more").reached()).isEqualTo(1);
    }

    @Test
    default void aRoomsMessageWaitsForEachMemberUnderOneId() throws ChatFault {
        desk().comes("bob");
        Sent sent = desk().sendToRoom("ann", "#team", List.of("bob", "eve", "dan"), "all");
        assertThat(sent.reached()).isEqualTo(1);
        assertThat(sent.waiting()).isEqualTo(2);
        assertThat(List.of("bob", "eve", "dan"))
                .allSatisfy(key -> assertThat(desk().letters(key))
                        .containsExactly(new Letter(1, sent.id(), Desk.message("ann", "#team", "all"))));
    }

    @Test
    default void aRoomWithNobodyElseTakesMessages() throws ChatFault {
        Sent sent = desk().sendToRoom("ann", "#team", List.of(), "echo");
        assertThat(sent.reached() + sent.waiting()).isZero();
        assertThat(sent.id()).isPositive();
    }

    @Test
    default void inARoomAFullMailboxIsLeftOutAlone() throws ChatFault {
        desk().sendMany("bob", MessageStore.MAILBOX_LETTERS, "hello");
        Sent sent = desk().sendToRoom("ann", "#team", List.of("bob", "eve"), "all");
        assertThat(sent.waiting()).isEqualTo(1);
        assertThat(sent.missed()).isEqualTo(1);
        assertThat(desk().texts("eve")).containsExactly("all");
        assertThat(desk().letters("bob")).hasSize(MessageStore.MAILBOX_LETTERS);
    }

    @Test
    default void whatManySendAtOnceIsHandedOverInTheOrderOfTheMailbox() throws Exception {
        desk().comes("bob");
        List<Thread> senders = IntStream.range(0, 8)
                .mapToObj(sender -> new Thread(() -> IntStream.range(0, 100)
                        .mapToObj(i -> desk().ask(Desk.posting("s" + sender, "bob", String.valueOf(i), null)))
                        .toList()
                        .forEach(MailboxRules::awaitDone)))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(desk().delivered().stream().map(one -> one.letter().seq()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 800).boxed().toList());
        assertThat(desk().delivered().stream()
                        .map(one -> one.letter().message())
                        .filter(message -> message.from().equals("s3"))
                        .map(message -> Integer.valueOf(message.text())))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    private static void awaitDone(Answered<Sent> sent) {
        try {
            sent.await();
        } catch (ChatFault e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void aMessageIsHandedOverBeforeItsSenderHears() throws Exception {
        desk().comes("bob");
        Answered<Integer> seen = new Answered<>();
        Posting posting = Desk.posting("ann", "bob", "hello", null);
        desk().store().send(posting, desk(), new Reply<>() {
            @Override
            public void done(Sent sent) {
                seen.done(desk().delivered().size());
            }

            @Override
            public void refused(ChatFault why) {
                seen.refused(why);
            }
        });
        assertThat(seen.await()).isEqualTo(1);
    }
}
