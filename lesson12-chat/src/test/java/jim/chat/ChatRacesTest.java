package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a chat that many threads use at the same time. */
@Timeout(60)
final class ChatRacesTest {
    private static final int ROUNDS = 100;
    private static final int NAMES = 5_000;
    private static final int LISTENERS = 5;

    /** One way to say a text. */
    private interface Way {
        void say(Person speaker, String text) throws ChatFault;
    }

    private static final Way IN_THE_ROOM = (speaker, text) ->
            assertThat(Talk.tellRoom(speaker, "#team", text)).isEqualTo(LISTENERS + Racers.COUNT - 1);
    private static final Way TO_ALL = Person::tellAll;

    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Chat chat = new Chat(InstantSource.system(), 100, failures::add);
    private final Racers racers = new Racers();

    @AfterEach
    void stop() {
        racers.close();
        assertThat(failures).isEmpty();
    }

    /** All run through the same names: whoever is behind finds names taken, is faster for it, and catches up. */
    @Test
    void exactlyOneOfManyWhoRaceForANameWins() throws Exception {
        List<List<Integer>> won = racers.race(i -> () -> namesWon(i % 2 == 0 ? "ann" : "ANN"));
        assertThat(won.stream().flatMap(List::stream).sorted())
                .isEqualTo(IntStream.range(0, NAMES).boxed().toList());
        assertThat(chat.names()).hasSize(NAMES);
    }

    private List<Integer> namesWon(String prefix) {
        return IntStream.range(0, NAMES)
                .filter(n -> winner(prefix + n) != null)
                .boxed()
                .toList();
    }

    /** Who is now called {@code name}; null when somebody else is. */
    private Person winner(String name) {
        try {
            return chat.login(name, new Inbox());
        } catch (ChatFault fault) {
            assertThat(fault.kind()).isEqualTo(Kind.NAME_IN_USE);
            return null;
        }
    }

    @Test
    void aNameThatIsGivenBackAndTakenHasOneHolderAtATime() throws Exception {
        List<Integer> held = new ArrayList<>(List.of(0));
        racers.race(i -> () -> holdInTurn(held));
        assertThat(held.get(0)).isZero();
        assertThat(chat.names()).isEmpty();
    }

    /** The list is guarded by the name alone: two holders at a time would show in it. */
    private Void holdInTurn(List<Integer> held) {
        for (int won = 0; won < ROUNDS; ) {
            Person ann = winner("ann");
            if (ann != null) {
                assertThat(held.set(0, held.get(0) + 1)).isZero();
                held.set(0, held.get(0) - 1);
                ann.logout();
                won++;
            }
        }
        return null;
    }

    @Test
    void aRoomHasOneOrderOfMessagesForAll() throws Exception {
        assertOneOrder(listenersWhileTwentySpeak(IN_THE_ROOM));
    }

    @Test
    void whatIsSaidToAllHasOneOrderForAll() throws Exception {
        assertOneOrder(listenersWhileTwentySpeak(TO_ALL));
    }

    private static void assertOneOrder(List<Inbox> listeners) {
        List<Message> order = listeners.get(0).messages();
        assertThat(order).hasSize(Racers.COUNT * ROUNDS);
        assertThat(listeners).allSatisfy(inbox -> assertThat(inbox.messages()).isEqualTo(order));
    }

    @Test
    void aSpeakersMessagesKeepTheirOrder() throws Exception {
        for (Way way : List.of(IN_THE_ROOM, TO_ALL)) {
            assertOrderOfEach(listenersWhileTwentySpeak(way).get(0).messages());
        }
    }

    private static void assertOrderOfEach(List<Message> heard) {
        List<String> wanted =
                IntStream.range(0, ROUNDS).mapToObj(String::valueOf).toList();
        for (int i = 0; i < Racers.COUNT; i++) {
            String speaker = "speaker" + i;
            assertThat(heard.stream().filter(message -> message.from().equals(speaker)))
                    .extracting(Message::text)
                    .isEqualTo(wanted);
        }
    }

    private List<Inbox> listenersWhileTwentySpeak(Way way) throws Exception {
        List<Person> present = new ArrayList<>();
        List<Inbox> inboxes = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            inboxes.add(new Inbox());
            present.add(inTheRoom("listener" + i, inboxes.get(i)));
        }
        List<Person> speakers = new ArrayList<>();
        for (int i = 0; i < Racers.COUNT; i++) {
            speakers.add(inTheRoom("speaker" + i, new Inbox()));
        }
        present.addAll(speakers);
        racers.race(i -> () -> speak(speakers.get(i), way));
        present.forEach(Person::logout);
        return inboxes;
    }

    private Person inTheRoom(String name, Inbox inbox) throws ChatFault {
        Person person = chat.login(name, inbox);
        Talk.join(person, "#team");
        return person;
    }

    private static Void speak(Person speaker, Way way) throws ChatFault {
        for (int i = 0; i < ROUNDS; i++) {
            way.say(speaker, String.valueOf(i));
        }
        return null;
    }

    /**
     * Whoever joins while the last other member leaves must not end up in a room that has been forgotten. They are few, so that
     * a room is often empty.
     */
    @Test
    void whoHasJoinedARoomIsInItWhoeverLeavesAtTheSameTime() throws Exception {
        racers.race(i -> () -> i < 3 ? joinAndLeave(chat.login("ann" + i, new Inbox())) : null);
        assertThat(Refusal.of(() -> chat.names("#team")).kind()).isEqualTo(Kind.NO_ROOM);
    }

    private Void joinAndLeave(Person person) throws ChatFault {
        for (int i = 0; i < ROUNDS * 200; i++) {
            Talk.join(person, "#team");
            assertThat(chat.names("#team")).contains(person.name());
            Talk.leave(person, "#team");
        }
        return null;
    }
}
