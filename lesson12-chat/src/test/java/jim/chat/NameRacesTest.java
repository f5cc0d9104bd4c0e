package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages while names go from one to another: a logout, and a login under another name. */
@Timeout(60)
final class NameRacesTest {
    private static final int ROUNDS = 500;
    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dan", "eve", "fay", "gus");

    /** What may be answered to somebody who is online and knows the rules. */
    private static final Set<Kind> EXPECTED =
            EnumSet.of(Kind.NAME_IN_USE, Kind.NOBODY, Kind.NO_ROOM, Kind.NOT_A_MEMBER);

    private final long seed = Long.getLong("jim.seed", System.nanoTime());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Chat chat = new Chat(InstantSource.system(), 100, failures::add);
    private final Racers racers = new Racers();

    private record Visit(String name, Inbox inbox) {}

    private interface Wish<T> {
        T fulfil() throws ChatFault;
    }

    @AfterEach
    void stop() {
        racers.close();
        assertThat(failures).as("-Djim.seed=%d", seed).isEmpty();
    }

    @Test
    void aMessageReachesWhoHoldsTheNameThenOnceOrIsRefused() throws Exception {
        List<Visit> visits = Collections.synchronizedList(new ArrayList<>());
        List<Integer> delivered = racers.race(i -> i % 2 == 0
                ? () -> visit(visits, new Random(seed + i))
                : () -> tell("teller" + i, new Random(seed + i)));
        assertThat(visits.stream().flatMap(visit -> visit.inbox.texts().stream()))
                .hasSize(delivered.stream().mapToInt(Integer::intValue).sum())
                .doesNotHaveDuplicates();
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.inbox.messages())
                        .allMatch(message -> message.to().equals(visit.name)));
    }

    private int visit(List<Visit> visits, Random random) {
        for (int i = 0; i < ROUNDS; i++) {
            Visit visit = new Visit(oneOf(NAMES, random), new Inbox());
            Person person = fulfilled(() -> chat.login(visit.name, visit.inbox));
            if (person != null) {
                visits.add(visit);
                person.logout();
            }
        }
        return 0;
    }

    private int tell(String name, Random random) throws ChatFault {
        Person teller = chat.login(name, new Inbox());
        return (int) IntStream.range(0, ROUNDS)
                .filter(i -> fulfilled(() -> Talk.tell(teller, oneOf(NAMES, random), name + "." + i)) != null)
                .count();
    }

    /** Whoever takes two locks in the wrong order stands still here. */
    @Test
    void whateverIsDoneAtOnceComesToItsEnd() throws Exception {
        racers.race(i -> () -> live(new Random(seed + i)));
        assertThat(chat.names()).isEmpty();
    }

    private Void live(Random random) {
        for (int i = 0; i < ROUNDS; i++) {
            Inbox inbox = new Inbox();
            Person person = fulfilled(() -> chat.login(oneOf(NAMES, random), inbox, event -> inbox.texts()));
            if (person != null) {
                random.ints(10, 0, 6).forEach(what -> fulfilled(() -> act(person, what)));
                person.logout();
            }
        }
        return null;
    }

    private Object act(Person person, int what) throws ChatFault {
        switch (what) {
            case 0 -> Talk.tell(person, "ann", "to you");
            case 1 -> Talk.tellRoom(person, "#team", "to the room");
            case 2 -> person.tellAll("to all");
            case 3 -> Talk.join(person, "#team");
            case 4 -> Talk.leave(person, "#team");
            default -> chat.names("#team");
        }
        return person;
    }

    /** What comes of {@code wish}; null when the chat refuses it as it may. */
    private static <T> T fulfilled(Wish<T> wish) {
        try {
            return wish.fulfil();
        } catch (ChatFault fault) {
            assertThat(EXPECTED).contains(fault.kind());
            return null;
        }
    }

    private static <T> T oneOf(List<T> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
