package jim.chat.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jim.chat.line.Party.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many guests at once, each on a thread of its own. */
@Timeout(60)
final class LineRacesTest {
    private static final int GUESTS = 8;
    private static final int ROUNDS = 200;
    private static final String LOGIN = "SYSTEM [SYSTEM INFO] - [%s] login to chat.";
    private static final String LOGOUT = "SYSTEM [SYSTEM INFO] - [%s] logout from chat.";

    private final Party party = new Party();
    private final Seat bob = party.guest("bob");

    /** What one guest does, of whom there are several. */
    private interface Part {
        void play(int number);
    }

    @Test
    void ofManyWhoWantOneNameOneGetsIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Seat> seats =
                    IntStream.range(0, GUESTS).mapToObj(i -> party.stranger()).toList();
            atOnce(number -> seats.get(number).types("login ann"));
            bob.assertReads(LOGIN.formatted("ann"));
            List<Seat> winners = seats.stream()
                    .filter(seat -> !seat.paper().taken().equals(List.of("ERROR [ERROR] - Username already taken!")))
                    .toList();
            assertThat(winners).hasSize(1);
            winners.get(0).types("logout");
            bob.assertReads(LOGOUT.formatted("ann"));
        }
    }

    /** The name changes hands all the time, and nobody ever reads of two who have it. */
    @Test
    void aNameIsHeardToComeAndToGoByTurns() throws Exception {
        atOnce(number -> {
            for (int round = 0; round < ROUNDS; round++) {
                party.stranger().types("login ann").guest().leave();
            }
        });

        List<String> read = bob.paper().taken();
        assertThat(read).isNotEmpty();
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo((i % 2 == 0 ? LOGIN : LOGOUT).formatted("ann"));
        }
        bob.types("/userlist").assertReads("INFO ['bob']");
    }

    @Test
    void whatAPersonSaysIsReadBetweenComingAndGoing() throws Exception {
        atOnce(number -> {
            for (int round = 0; round < ROUNDS; round++) {
                party.stranger().types("login g" + number, "msgall " + round, "logout");
            }
        });

        List<String> read = bob.paper().taken();
        for (int number = 0; number < GUESTS; number++) {
            String name = "g" + number;
            assertThat(read.stream().filter(line -> line.contains("[" + name + "]")))
                    .isEqualTo(visits(name));
        }
        bob.types("/userlist").assertReads("INFO ['bob']");
    }

    private static List<String> visits(String name) {
        List<String> visits = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            visits.add(LOGIN.formatted(name));
            visits.add("MESSAGE [12:00:00][" + name + "]: " + round);
            visits.add(LOGOUT.formatted(name));
        }
        return visits;
    }

    @Test
    void aMessageToSomebodyWhoComesAndGoesIsReadByBothOrRefused() throws Exception {
        Seat eve = party.guest("eve");
        List<Seat> anns = new ArrayList<>();
        atOnce(number -> {
            for (int round = 0; round < ROUNDS; round++) {
                if (number == 0) {
                    anns.add(party.stranger().types("login ann", "logout"));
                } else if (number == 1) {
                    eve.types("msg ann " + round);
                }
            }
        });

        List<String> read = eve.paper().taken();
        List<String> said =
                read.stream().filter(line -> line.startsWith("PRIVATE")).toList();
        long refused =
                read.stream().filter("ERROR [ERROR] - [ann] not found!"::equals).count();
        assertThat(said.size() + refused).isEqualTo(ROUNDS);
        assertThat(anns.stream()
                        .flatMap(ann -> ann.paper().taken().stream())
                        .filter(line -> line.startsWith("PRIVATE")))
                .isEqualTo(said);
    }

    /** Plays {@code part} on as many threads as there are guests, which all begin together. */
    private static void atOnce(Part part) throws Exception {
        CyclicBarrier start = new CyclicBarrier(GUESTS);
        List<CompletableFuture<Void>> playing = IntStream.range(0, GUESTS)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            part.play(number);
                        },
                        work -> new Thread(work).start()))
                .toList();
        for (CompletableFuture<Void> each : playing) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
