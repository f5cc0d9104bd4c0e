package jim.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jim.chat.ChatEvent.Arrived;
import jim.chat.ChatEvent.Left;
import jim.chat.ChatFault.Kind;
import jim.feed.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is heard and said while twenty people change their names all the time: a logout and a login under another name, of
 * which there are too few.
 */
@Timeout(60)
final class EventRacesTest {
    private static final int VISITS = 200;
    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dan", "eve", "fay", "gus");

    private final long seed = Long.getLong("jim.seed", System.nanoTime());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Chat chat = new Chat(InstantSource.system(), 100, failures::add);
    private final Racers racers = new Racers();
    private final List<ChatEvent> all = new ArrayList<>();

    @BeforeEach
    void somebodyTakesTimeToHear() {
        chat.events().subscribe(event -> Racers.letOthersIn());
    }

    /** What somebody hears between a login and a logout; whatever comes later is an error. */
    private static final class Visit implements Receiver<ChatEvent> {
        private final List<ChatEvent> heard = new ArrayList<>();
        private boolean over;

        @Override
        public void receive(ChatEvent event) {
            if (over) {
                throw new IllegalStateException("an event for somebody who has left");
            }
            heard.add(event);
        }
    }

    @AfterEach
    void stop() {
        racers.close();
        assertThat(failures).as("-Djim.seed=%d", seed).isEmpty();
        assertThat(chat.names()).isEmpty();
    }

    @Test
    void aNameIsHeardToArriveAndToLeaveInTurn() throws Exception {
        chat.events().subscribe(all::add);
        visitsWhileAllChangeTheirNames();
        Map<String, List<ChatEvent>> ofEach = all.stream().collect(groupingBy(ChatEvent::name, toList()));
        assertThat(ofEach.keySet()).isSubsetOf(NAMES);
        ofEach.forEach(EventRacesTest::assertInTurn);
    }

    private static void assertInTurn(String name, List<ChatEvent> heard) {
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i)).isEqualTo(i % 2 == 0 ? new Arrived(name) : new Left(name));
        }
        assertThat(heard).endsWith(new Left(name));
    }

    @Test
    void whoWatchesHearsAPartOfTheOneOrderFromTheOwnArrivalToTheOwnDeparture() throws Exception {
        chat.events().subscribe(all::add);
        List<Visit> visits = visitsWhileAllChangeTheirNames();
        assertThat(all).hasSize(2 * visits.size());
        for (Visit visit : visits) {
            ChatEvent first = visit.heard.get(0);
            assertThat(first).isInstanceOf(Arrived.class);
            assertThat(visit.heard).endsWith(new Left(first.name()));
            assertThat(Collections.indexOfSubList(all, visit.heard)).isNotNegative();
        }
    }

    private List<Visit> visitsWhileAllChangeTheirNames() throws Exception {
        return racers.race(i -> () -> changeNames(new Random(seed + i))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Visit> changeNames(Random random) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            Visit visit = new Visit();
            Person person = winner(random, new Inbox(), visit);
            if (person != null) {
                person.logout();
                visit.over = true;
                visits.add(visit);
            }
        }
        return visits;
    }

    /** Who is now called by one of the names; null when somebody else is. */
    private Person winner(Random random, Inbox inbox, Receiver<ChatEvent> watcher) {
        try {
            return chat.login(NAMES.get(random.nextInt(NAMES.size())), inbox, watcher);
        } catch (ChatFault fault) {
            assertThat(fault.kind()).isEqualTo(Kind.NAME_IN_USE);
            return null;
        }
    }
}
