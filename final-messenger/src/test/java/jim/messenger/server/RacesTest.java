package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens at the same moment: protocol, sections 3 and 4. */
@Timeout(60)
class RacesTest {
    private static final int RACERS = 20;
    private static final int LOGINS = 100;

    private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdownNow();
        messenger.close();
    }

    @Test
    void ofThoseWhoRaceForANameExactlyOneWins() throws Exception {
        List<Visitor> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            racers.add(racer());
        }
        for (int round = 0; round < 10; round++) {
            List<Integer> codes = race(racers, round % 2 == 0 ? "ann" : "ANN");
            assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
            assertThat(codes).filteredOn(code -> code == 409).hasSize(RACERS - 1);
            int winner = codes.indexOf(200);
            assertThat(racers.get(winner).ask("{'action':'quit'}").code()).isEqualTo(200);
            racers.set(winner, racer());
        }
    }

    /** Somebody who has been let in, and so is there before the winner. */
    private Visitor racer() throws IOException {
        Visitor racer = messenger.visitor();
        assertThat(racer.ask("{'action':'who'}").code()).isEqualTo(401);
        return racer;
    }

    private List<Integer> race(List<Visitor> racers, String name) throws Exception {
        CyclicBarrier line = new CyclicBarrier(racers.size());
        List<Callable<Integer>> starts = new ArrayList<>();
        racers.forEach(racer -> starts.add(() -> {
            line.await(10, TimeUnit.SECONDS);
            return racer.ask(presence(name)).code();
        }));
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> code : threads.invokeAll(starts)) {
            codes.add(code.get());
        }
        return codes;
    }

    @Test
    void aMessageThatRacesWithALoginComesAfterTheLoginsAnswer() throws Exception {
        Visitor ann = messenger.visitor().say(presenceWithExtensions("ann"));
        ann.answer();
        messenger.visitor("bob").ask("{'action':'quit'}");
        List<Integer> codes = new ArrayList<>();
        for (int round = 0; round < LOGINS; round++) {
            Visitor bob = messenger.visitor();
            Future<?> login = threads.submit(() -> bob.say(presenceWithExtensions("bob")));
            codes.add(ann.ask(msg("bob", "ann", "round " + round)).code());
            login.get(10, TimeUnit.SECONDS);
            JsonObject first = bob.hears();
            assertThat(first.has("response"))
                    .as("first of all the answer: " + first)
                    .isTrue();
            assertThat(bob.hearsMessage()).isEqualTo("ann: round " + round);
            assertThat(bob.ask("{'action':'quit'}").code()).isEqualTo(200);
        }
        assertThat(codes).as("kept, or handed over").containsOnly(200, 202);
    }

    /** With extensions, so that no pause stands between two answers. */
    private static String presenceWithExtensions(String name) {
        return "{'action':'presence','user':{'account_name':'" + name + "'},'ext':[]}";
    }
}
