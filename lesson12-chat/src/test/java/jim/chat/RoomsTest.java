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
        Talk.join(ann, "#team");
        Talk.join(bob, "#team");
        assertThat(Talk.tellRoom(ann, "#team", "hi")).isEqualTo(1);
        assertThat(bobsInbox.messages()).containsExactly(new Message("Ann", "#team", "hi", NOW));
        assertThat(annsInbox.texts()).isEmpty();
        assertThat(evesInbox.texts()).isEmpty();
    }

    @Test
    void aRoomIsTheSameRegardlessOfCaseAndShownAsItWasFirstWritten() throws ChatFault {
        Talk.join(ann, "#Team");
        Talk.join(bob, "#tEAM");
        assertThat(Talk.tellRoom(ann, "#team", "hi")).isEqualTo(1);
        assertThat(bobsInbox.messages()).containsExactly(new Message("Ann", "#Team", "hi", NOW));
        assertThat(chat.names("#TEAM")).containsExactly("Ann", "bob");
    }

    @Test
    void whoIsForgottenIsLetGoAndBelongsToNoRoom() throws ChatFault {
        Talk.join(ann, "#team");
        Talk.join(bob, "#team");
        Talk.join(bob, "#own");
        chat.forget("bob");
        chat.forget("nobody");
        assertThat(bobsInbox.endedBecause()).isEqualTo("the account 'bob' has been removed");
        assertThat(chat.names()).containsExactly("Ann", "eve");
        assertThat(chat.names("#team")).containsExactly("Ann");
        new Refusal(Kind.NO_ROOM, "no room '#own' is here").isTheAnswerTo(() -> chat.names("#own"));
        Person other = chat.login("bob", new Inbox());
        new Refusal(Kind.NOT_A_MEMBER, "you are not in #team, join it first")
                .isTheAnswerTo(() -> Talk.tellRoom(other, "#team", "hi"));
    }

    @Test
    void aRoomIsForItsMembersAlone() throws ChatFault {
        Talk.join(bob, "#team");
        new Refusal(Kind.NOT_A_MEMBER, "you are not in #team, join it first")
                .isTheAnswerTo(() -> Talk.tellRoom(ann, "#team", "hi"));
        new Refusal(Kind.NOT_A_MEMBER, "you are not in #team").isTheAnswerTo(() -> Talk.leave(ann, "#team"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void aRoomThatIsNotThereIsNotFoundAndTheNearOneIsSaidAsItWasFirstWritten() throws ChatFault {
        Talk.join(bob, "#Team");
        Refusal noTeem = new Refusal(Kind.NO_ROOM, "no room '#teem' is here, did you mean '#Team'?");
        noTeem.isTheAnswerTo(() -> Talk.tellRoom(bob, "#teem", "hi"));
        noTeem.isTheAnswerTo(() -> Talk.leave(bob, "#teem"));
        noTeem.isTheAnswerTo(() -> chat.names("#teem"));
        new Refusal(Kind.NO_ROOM, "no room '#garden' is here").isTheAnswerTo(() -> chat.names("#garden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "#", "#two words", "##", "#all", "#Everyone"})
    void whatCannotBeARoomIsRefused(String room) {
        assertThat(Refusal.of(() -> Talk.join(ann, room)).kind()).isEqualTo(Kind.BAD_NAME);
        assertThat(Refusal.of(() -> chat.names(room)).kind()).isEqualTo(Kind.NO_ROOM);
    }

    @Test
    void aRoomRemembersItsMembersWhileTheyAreAway() throws ChatFault {
        Talk.join(ann, "#team");
        Talk.join(bob, "#team");
        bob.logout();
        assertThat(Talk.tellRoom(ann, "#team", "are you there?")).isZero();
        assertThat(chat.names("#team")).containsExactly("Ann");
        chat.login("bob", bobsInbox);
        assertThat(Talk.tellRoom(ann, "#team", "hello again")).isEqualTo(1);
        assertThat(bobsInbox.texts()).containsExactly("hello again");
    }

    @Test
    void whoHasLeftARoomHearsNoMoreOfIt() throws ChatFault {
        Talk.join(ann, "#team");
        Talk.join(bob, "#team");
        Talk.leave(bob, "#team");
        assertThat(Talk.tellRoom(ann, "#team", "hi")).isZero();
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void toJoinTwiceIsToJoinOnce() throws ChatFault {
        Talk.join(ann, "#team");
        Talk.join(bob, "#team");
        Talk.join(bob, "#team");
        Talk.tellRoom(ann, "#team", "hi");
        assertThat(bobsInbox.texts()).containsExactly("hi");
        Talk.leave(bob, "#team");
        assertThat(chat.names("#team")).containsExactly("Ann");
    }

    @Test
    void aRoomWithoutMembersIsForgotten() throws ChatFault {
        Talk.join(bob, "#team");
        Talk.leave(bob, "#team");
        new Refusal(Kind.NO_ROOM, "no room '#team' is here").isTheAnswerTo(() -> chat.names("#team"));
    }

    /** A post that keeps nothing for now. */
    private static final class FullDisk implements Post {
        private boolean isFull;

        @Override
        public void send(Posting posting, Reply<Sent> reply) {}

        @Override
        public void join(String room, String key, Reply<String> reply) {
            keep(room, reply);
        }

        @Override
        public void leave(String room, String key, Reply<String> reply) {
            keep(room, reply);
        }

        private void keep(String room, Reply<String> reply) {
            if (isFull) {
                reply.refused(new ChatFault(Kind.NOT_KEPT, "full"));
            } else {
                reply.done(room);
            }
        }
    }

    @Test
    void whatCouldNotBeKeptHasNotHappened() throws ChatFault {
        FullDisk post = new FullDisk();
        Chat kept = new Chat(InstantSource.fixed(NOW), new Chat.Limits(100, text -> true, 3), post, failures::add);
        Person member = kept.login("ann", annsInbox);
        Person stranger = kept.login("bob", bobsInbox);
        Talk.join(member, "#team");
        post.isFull = true;
        new Refusal(Kind.NOT_KEPT, "full").isTheAnswerTo(() -> Talk.join(stranger, "#team"));
        new Refusal(Kind.NOT_KEPT, "full").isTheAnswerTo(() -> Talk.leave(member, "#team"));
        assertThat(kept.names("#team")).containsExactly("ann");
    }
}
