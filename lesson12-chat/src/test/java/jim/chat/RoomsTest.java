package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who belongs to a room, and what is heard there. */
final class RoomsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Throwable> failures = new ArrayList<>();
    private final Chat chat = new Chat(InstantSource.fixed(NOW), 100, failures::add);
    private final Inbox annsInbox = new Inbox();
    private final Inbox bobsInbox = new Inbox();
    private final Inbox evesInbox = new Inbox();
    private Person ann;
    private Person bob;

    @BeforeEach
    void threeAreOnline() throws ChatFault {
        ann = chat.login("Ann", annsInbox);
        bob = chat.login("bob", bobsInbox);
        chat.login("eve", evesInbox);
    }

    @Test
    void aMessageToARoomReachesItsMembersButNotItsSender() throws ChatFault {
        ann.join("#team");
        bob.join("#team");
        assertThat(ann.tellRoom("#team", "hi")).isEqualTo(1);
        assertThat(bobsInbox.messages()).containsExactly(new Message("Ann", "#team", "hi", NOW));
        assertThat(annsInbox.texts()).isEmpty();
        assertThat(evesInbox.texts()).isEmpty();
    }

    @Test
    void aRoomIsTheSameRegardlessOfCaseAndShownAsItWasFirstWritten() throws ChatFault {
        ann.join("#Team");
        bob.join("#tEAM");
        assertThat(ann.tellRoom("#team", "hi")).isEqualTo(1);
        assertThat(bobsInbox.messages()).containsExactly(new Message("Ann", "#Team", "hi", NOW));
        assertThat(chat.names("#TEAM")).containsExactly("Ann", "bob");
    }

    @Test
    void aRoomIsForItsMembersAlone() throws ChatFault {
        bob.join("#team");
        new Refusal(Kind.NOT_A_MEMBER, "you are not in #team, join it first")
                .isTheAnswerTo(() -> ann.tellRoom("#team", "hi"));
        new Refusal(Kind.NOT_A_MEMBER, "you are not in #team").isTheAnswerTo(() -> ann.leave("#team"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void aRoomThatIsNotThereIsNotFoundAndTheNearOneIsSaidAsItWasFirstWritten() throws ChatFault {
        bob.join("#Team");
        Refusal noTeem = new Refusal(Kind.NO_ROOM, "no room '#teem' is here, did you mean '#Team'?");
        noTeem.isTheAnswerTo(() -> bob.tellRoom("#teem", "hi"));
        noTeem.isTheAnswerTo(() -> bob.leave("#teem"));
        noTeem.isTheAnswerTo(() -> chat.names("#teem"));
        new Refusal(Kind.NO_ROOM, "no room '#garden' is here").isTheAnswerTo(() -> chat.names("#garden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "#", "#two words", "##", "#all", "#Everyone"})
    void whatCannotBeARoomIsRefused(String room) {
        assertThat(Refusal.of(() -> ann.join(room)).kind()).isEqualTo(Kind.BAD_NAME);
        assertThat(Refusal.of(() -> chat.names(room)).kind()).isEqualTo(Kind.NO_ROOM);
    }

    @Test
    void aRoomRemembersItsMembersWhileTheyAreAway() throws ChatFault {
        ann.join("#team");
        bob.join("#team");
        bob.logout();
        assertThat(ann.tellRoom("#team", "are you there?")).isZero();
        assertThat(chat.names("#team")).containsExactly("Ann");
        chat.login("bob", bobsInbox);
        assertThat(ann.tellRoom("#team", "hello again")).isEqualTo(1);
        assertThat(bobsInbox.texts()).containsExactly("hello again");
    }

    @Test
    void whoHasLeftARoomHearsNoMoreOfIt() throws ChatFault {
        ann.join("#team");
        bob.join("#team");
        bob.leave("#team");
        assertThat(ann.tellRoom("#team", "hi")).isZero();
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void toJoinTwiceIsToJoinOnce() throws ChatFault {
        ann.join("#team");
        bob.join("#team");
        bob.join("#team");
        ann.tellRoom("#team", "hi");
        assertThat(bobsInbox.texts()).containsExactly("hi");
        bob.leave("#team");
        assertThat(chat.names("#team")).containsExactly("Ann");
    }

    @Test
    void aRoomWithoutMembersIsForgotten() throws ChatFault {
        bob.join("#team");
        bob.leave("#team");
        new Refusal(Kind.NO_ROOM, "no room '#team' is here").isTheAnswerTo(() -> chat.names("#team"));
    }
}
