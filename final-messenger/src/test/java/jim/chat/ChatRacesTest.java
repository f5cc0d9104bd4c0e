package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Msg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a chat that many threads use at the same time. */
@Timeout(60)
final class ChatRacesTest {
    private static final int RACERS = 20;
    private static final int ROUNDS = 100;
    private static final int NAMES = 5_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    private final Chat chat = new Chat();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** All run through the same names: whoever is behind finds names taken, is faster for it, and catches up. */
    @Test
    void exactlyOneOfManyWhoRaceForANameWins() throws Exception {
        List<List<Integer>> won = race(i -> () -> namesWon(i % 2 == 0 ? "ann" : "ANN"));
        assertThat(won.stream().flatMap(List::stream).sorted())
                .isEqualTo(IntStream.range(0, NAMES).boxed().toList());
        assertThat(chat.names()).hasSize(NAMES);
    }

    private List<Integer> namesWon(String prefix) {
        Inbox me = new Inbox();
        return IntStream.range(0, NAMES)
                .filter(n -> chat.login(prefix + n, me))
                .boxed()
                .toList();
    }

    @Test
    void aNameThatIsGivenBackAndTakenHasOneHolderAtATime() throws Exception {
        List<Integer> held = new ArrayList<>(List.of(0));
        race(i -> () -> holdInTurn(held));
        assertThat(held.get(0)).isZero();
        assertThat(chat.names()).isEmpty();
    }

    /** The list is guarded by the name alone: two holders at a time would show in it. */
    private Void holdInTurn(List<Integer> held) {
        Inbox me = new Inbox();
        for (int won = 0; won < ROUNDS; ) {
            if (chat.login("ann", me)) {
                assertThat(held.set(0, held.get(0) + 1)).isZero();
                held.set(0, held.get(0) - 1);
                chat.logout("ann", me);
                won++;
            }
        }
        return null;
    }

    @Test
    void aRoomHasOneOrderOfMessagesForAll() throws Exception {
        List<Inbox> listeners = IntStream.range(0, 5).mapToObj(this::listener).toList();
        IntStream.range(0, RACERS).forEach(i -> chat.join("sender" + i, "#team"));
        race(i -> () -> talk("sender" + i));
        List<Msg> order = listeners.get(0).messages();
        assertThat(order).hasSize(RACERS * ROUNDS);
        assertThat(listeners).allSatisfy(inbox -> assertThat(inbox.messages()).isEqualTo(order));
    }

    @Test
    void aSendersMessagesKeepTheirOrder() throws Exception {
        Inbox listener = listener(0);
        IntStream.range(0, RACERS).forEach(i -> chat.join("sender" + i, "#team"));
        race(i -> () -> talk("sender" + i));
        List<String> wanted =
                IntStream.range(0, ROUNDS).mapToObj(String::valueOf).toList();
        for (int i = 0; i < RACERS; i++) {
            String sender = "sender" + i;
            assertThat(listener.messages().stream()
                            .filter(msg -> msg.from().equals(sender))
                            .map(Msg::text))
                    .isEqualTo(wanted);
        }
    }

    private Inbox listener(int number) {
        Inbox inbox = new Inbox();
        chat.login("listener" + number, inbox);
        chat.join("listener" + number, "#team");
        return inbox;
    }

    private Void talk(String sender) throws JimFault {
        for (int i = 0; i < ROUNDS; i++) {
            chat.toRoom(new Msg("#team", sender, String.valueOf(i)));
        }
        return null;
    }

    /** Whoever joins while the last other member leaves must not end up in a room that has been forgotten. */
    @Test
    void whoHasJoinedARoomIsInItWhoeverLeavesAtTheSameTime() throws Exception {
        IntStream.range(0, RACERS).forEach(i -> chat.login("ann" + i, new Inbox()));
        race(i -> () -> comeAndGo("ann" + i));
        assertThatThrownBy(() -> chat.names("#team")).hasMessage("no room '#team' is here");
    }

    private Void comeAndGo(String name) throws JimFault {
        for (int i = 0; i < ROUNDS * 10; i++) {
            chat.join(name, "#team");
            assertThat(chat.names("#team")).contains(name);
            chat.leave(name, "#team");
        }
        return null;
    }

    /** What {@code work} gives for each number, when as many threads begin it together. */
    private <T> List<T> race(IntFunction<Callable<T>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(RACERS);
        List<Future<T>> running = IntStream.range(0, RACERS)
                .mapToObj(i -> threads.submit(() -> {
                    together.await();
                    return work.apply(i).call();
                }))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(30, TimeUnit.SECONDS));
        }
        return results;
    }
}
