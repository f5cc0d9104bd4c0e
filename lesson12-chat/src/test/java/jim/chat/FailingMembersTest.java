package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatEvent.Arrived;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who fails is reported, and harms neither the others nor its own place. */
final class FailingMembersTest {
    /** A member that fails as long as it is broken. */
    private static final class Shaky implements Member {
        private final Inbox inbox = new Inbox();
        private Error trouble = new AssertionError("broken");

        @Override
        public void deliver(Message message) {
            if (trouble != null) {
                throw trouble;
            }
            inbox.deliver(message);
        }

        void mend() {
            trouble = null;
        }
    }

    private final List<Throwable> failures = new ArrayList<>();
    private final Chat chat = new Chat(InstantSource.system(), 100, failures::add);
    private final Shaky shaky = new Shaky();
    private final Inbox bobsInbox = new Inbox();
    private Person failing;
    private Person ann;

    @BeforeEach
    void theOneWhoFailsStandsBeforeTheOthers() throws ChatFault {
        failing = chat.login("shaky", shaky);
        Talk.join(failing, "#team");
        ann = chat.login("ann", new Inbox());
        Talk.join(ann, "#team");
        Talk.join(chat.login("bob", bobsInbox), "#team");
    }

    @Test
    void theOthersGetWhatIsSaidToAll() throws ChatFault {
        ann.tellAll("hi");
        assertThat(bobsInbox.texts()).containsExactly("hi");
        assertBrokenWasReported();
    }

    @Test
    void theOthersGetWhatIsSaidInARoomAndAreCountedAlone() throws ChatFault {
        assertThat(Talk.tellRoom(ann, "#team", "hi")).isEqualTo(1);
        assertThat(bobsInbox.texts()).containsExactly("hi");
        assertBrokenWasReported();
    }

    @Test
    void whoWritesToItIsToldThatTheMessageHasNotArrived() {
        new Refusal(Kind.UNREACHABLE, "shaky could not be reached").isTheAnswerTo(() -> Talk.tell(ann, "Shaky", "hi"));
        assertBrokenWasReported();
    }

    @Test
    void itKeepsItsPlaceAndGetsWhatComesLater() throws ChatFault {
        ann.tellAll("lost");
        Talk.tellRoom(ann, "#team", "lost");
        shaky.mend();
        ann.tellAll("to all");
        assertThat(Talk.tellRoom(ann, "#team", "in the room")).isEqualTo(2);
        Talk.tell(ann, "shaky", "to you");
        assertThat(shaky.inbox.texts()).containsExactly("to all", "in the room", "to you");
    }

    @Test
    void theNextHolderOfItsNameIsNotTroubled() throws ChatFault {
        Talk.tellRoom(ann, "#team", "lost");
        Inbox next = new Inbox();
        failing.logout();
        chat.login("shaky", next);
        Talk.tellRoom(ann, "#team", "hi");
        assertThat(next.texts()).containsExactly("hi");
    }

    @Test
    void aWatcherThatFailsIsReportedAndHearsNoMore() throws ChatFault {
        List<ChatEvent> events = new ArrayList<>();
        chat.login("cid", new Inbox(), event -> {
            events.add(event);
            throw new IllegalStateException("blind");
        });
        List<ChatEvent> othersEvents = new ArrayList<>();
        chat.login("dan", new Inbox(), othersEvents::add).logout();
        assertThat(events).containsExactly(new Arrived("cid"));
        assertThat(othersEvents).hasSize(2);
        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("blind");
        assertThat(chat.names()).contains("cid");
    }

    private void assertBrokenWasReported() {
        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    }
}
