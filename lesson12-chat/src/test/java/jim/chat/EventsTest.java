package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatEvent.Arrived;
import jim.chat.ChatEvent.Left;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.Test;

/** Who hears of whom. What happens at the same time stands in {@link EventRacesTest}. */
final class EventsTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final Chat chat = new Chat(InstantSource.system(), 100, failures::add);
    private final List<ChatEvent> annsEvents = new ArrayList<>();
    private final List<ChatEvent> bobsEvents = new ArrayList<>();

    @Test
    void whoWatchesHearsOfAllFromTheOwnLoginToTheOwnLogout() throws ChatFault {
        Person ann = chat.login("ann", new Inbox(), annsEvents::add);
        Person bob = chat.login("bob", new Inbox(), bobsEvents::add);
        ann.logout();
        bob.logout();
        assertThat(annsEvents).containsExactly(new Arrived("ann"), new Arrived("bob"), new Left("ann"));
        assertThat(bobsEvents).containsExactly(new Arrived("bob"), new Left("ann"), new Left("bob"));
    }

    @Test
    void whoDoesNotWatchIsHeardOfAllTheSame() throws ChatFault {
        chat.login("ann", new Inbox(), annsEvents::add);
        chat.login("bob", new Inbox()).logout();
        assertThat(annsEvents).containsExactly(new Arrived("ann"), new Arrived("bob"), new Left("bob"));
    }

    @Test
    void whoIsNotLoggedInMayListenToo() throws ChatFault {
        List<ChatEvent> events = new ArrayList<>();
        chat.events().subscribe(events::add);
        chat.login("ann", new Inbox()).logout();
        assertThat(events).containsExactly(new Arrived("ann"), new Left("ann"));
    }

    @Test
    void aSecondLogoutIsNotHeard() throws ChatFault {
        chat.login("ann", new Inbox(), annsEvents::add);
        Person bob = chat.login("bob", new Inbox());
        bob.logout();
        bob.logout();
        assertThat(annsEvents).containsExactly(new Arrived("ann"), new Arrived("bob"), new Left("bob"));
    }

    @Test
    void aLoginThatIsRefusedIsNotHeardAndHearsNothing() throws ChatFault {
        chat.login("ann", new Inbox(), annsEvents::add);
        assertThat(Refusal.of(() -> chat.login("ANN", new Inbox(), bobsEvents::add))
                        .kind())
                .isEqualTo(Kind.NAME_IN_USE);
        assertThat(Refusal.of(() -> chat.login("", new Inbox(), bobsEvents::add))
                        .kind())
                .isEqualTo(Kind.BAD_NAME);
        chat.login("cid", new Inbox());
        assertThat(annsEvents).containsExactly(new Arrived("ann"), new Arrived("cid"));
        assertThat(bobsEvents).isEmpty();
    }

    @Test
    void aNameThatGoesFromOneToAnotherIsHeardToLeaveFirst() throws ChatFault {
        chat.login("ann", new Inbox(), annsEvents::add);
        Person bob = chat.login("bob", new Inbox());
        bob.logout();
        chat.login("BOB", new Inbox());
        assertThat(annsEvents).endsWith(new Left("bob"), new Arrived("BOB"));
    }
}
