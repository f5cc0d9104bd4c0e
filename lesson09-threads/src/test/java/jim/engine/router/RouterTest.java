package jim.engine.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.engine.ThreadedEngine;
import jim.protocol.Frame;
import jim.protocol.JsonFraming;
import jim.protocol.Status;
import jim.testkit.Pieces;
import jim.testkit.ScriptedPeer;
import jim.testkit.WireExample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The router, over real sockets. */
final class RouterTest {
    private static final int RACERS = 8;

    private final Engine engine = new ThreadedEngine(
            new EngineOptions(JsonFraming::new, 1 << 20, () -> Frame.of("{\"too\":\"slow\"}"), failure -> {}));
    private final List<ScriptedPeer> peers = new ArrayList<>();
    private InetSocketAddress address;

    @BeforeEach
    void start() throws IOException {
        address = engine.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Router());
    }

    @AfterEach
    void stop() throws IOException {
        for (ScriptedPeer peer : peers) {
            peer.close();
        }
        engine.close();
    }

    @Test
    void aMessageReachesItsRecipientAsItIsAndIsNotAnswered() throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");

        ann.send(message("bob", "ann", 1));

        assertThat(bob.awaitFrame()).isEqualTo(message("bob", "ann", 1));
        assertAnswers(Status.BAD_REQUEST, ann.send("{'action':'join','room':'#x'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'msg','from':'ann','to':'b\\u006fb','message':'an escape'}",
                "{'action':'msg','from':'ann','to':'bob','message':{'text':'not flat'}}",
                "{'message':'the other way round','to':'bob','from':'ann','action':'msg'}"
            })
    void aMessageIsUnderstoodHoweverItIsWritten(String json) throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");

        ann.send(json);

        assertThat(bob.awaitFrame()).isEqualTo(WireExample.json(json));
    }

    @Test
    void whoHasLeftIsNotFoundThoughTheLastMessageReachedIt() throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");
        ann.send(List.of(message("bob", "ann", 1).toByteArray()));
        assertThat(bob.awaitFrame()).isEqualTo(message("bob", "ann", 1));

        bob.send("{'action':'quit'}").awaitAnswer();
        bob.awaitEnd();

        assertAnswers(
                Status.NOT_FOUND, ann.send(List.of(message("bob", "ann", 2).toByteArray())));
        ScriptedPeer next = arrive("bob");
        ann.send(List.of(message("bob", "ann", 3).toByteArray()));
        assertThat(next.awaitFrame()).isEqualTo(message("bob", "ann", 3));
    }

    @Test
    void aThousandMessagesArriveInOrder() throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");
        List<Frame> messages = IntStream.range(0, 1_000)
                .mapToObj(n -> message("bob", "ann", n))
                .toList();

        ann.send(List.of(Pieces.glued(messages)));

        for (Frame message : messages) {
            assertThat(bob.awaitFrame()).isEqualTo(message);
        }
    }

    @Test
    void ofManyWhoWantOneNameExactlyOneGetsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(RACERS);
        List<Callable<Integer>> race = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            ScriptedPeer peer = connect();
            race.add(() -> peer.send(presence("ann")).awaitAnswer().code());
        }
        try {
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> code : pool.invokeAll(race)) {
                codes.add(code.get());
            }
            assertThat(codes).containsOnlyOnce(200);
            assertThat(codes).containsOnly(200, 409);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theSamePresenceAgainIsWelcomeAndAnotherIsNot() throws IOException {
        ScriptedPeer ann = arrive("ann");

        assertAnswers(Status.OK, ann.send(presence("ann")));
        assertAnswers(Status.CONFLICT, ann.send(presence("bob")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence'}",
                "{'action':'presence','user':{'account_name':''}}",
                "{'action':'presence','user':{'account_name':'server'}}",
                "{'action':'presence','account_name':'ann'}"
            })
    void aPresenceWithoutAUsableNameIsRefused(String presence) throws IOException {
        assertAnswers(Status.BAD_REQUEST, connect().send(presence));
    }

    @Test
    void whoHasNoNameCannotSend() throws IOException {
        arrive("bob");

        assertAnswers(Status.UNAUTHORIZED, connect().send(message("bob", "ann", 1)));
    }

    @Test
    void whoSpeaksForSomebodyElseIsRefusedAndNobodySeesIt() throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");

        assertAnswers(Status.FORBIDDEN, ann.send(message("bob", "eve", 1)));
        ann.send(message("bob", "ann", 2));
        assertThat(bob.awaitFrame()).isEqualTo(message("bob", "ann", 2));
    }

    @Test
    void aMessageToNobodyIsAnswered() throws IOException {
        ScriptedPeer ann = arrive("ann");

        assertAnswers(Status.NOT_FOUND, ann.send(message("bob", "ann", 1)));
        assertAnswers(Status.NOT_FOUND, ann.send("{'action':'msg','from':'ann','message':'hi'}"));
    }

    @Test
    void aQuitFreesTheNameBeforeTheConnectionEnds() throws IOException {
        ScriptedPeer ann = arrive("ann");

        assertAnswers(Status.OK, ann.send("{'action':'quit'}"));
        ann.awaitEnd();
        arrive("ann");
    }

    @Test
    void aNameIsFreeWhenItsHolderHasHungUp() throws IOException {
        ScriptedPeer ann = arrive("ann");
        ScriptedPeer bob = arrive("bob");
        ann.endOutput().awaitEnd();

        assertAnswers(Status.NOT_FOUND, bob.send(message("ann", "bob", 1)));
        arrive("ann");
    }

    @Test
    void nonsenseIsAnsweredAndTheConnectionEnds() throws IOException {
        ScriptedPeer peer = connect();

        assertAnswers(Status.BAD_REQUEST, peer.send("nonsense"));
        peer.awaitEnd();
    }

    private ScriptedPeer arrive(String name) throws IOException {
        ScriptedPeer peer = connect();
        assertAnswers(Status.OK, peer.send(presence(name)));
        return peer;
    }

    private ScriptedPeer connect() throws IOException {
        ScriptedPeer peer = ScriptedPeer.connect(address);
        peers.add(peer);
        return peer;
    }

    private static String presence(String name) {
        return "{'action':'presence','user':{'account_name':'" + name + "'}}";
    }

    private static Frame message(String to, String from, int number) {
        return Frame.of(
                "{\"action\":\"msg\",\"to\":\"" + to + "\",\"from\":\"" + from + "\",\"message\":\"" + number + "\"}");
    }

    private static void assertAnswers(Status status, ScriptedPeer peer) throws IOException {
        assertThat(peer.awaitAnswer().code()).isEqualTo(status.code());
    }
}
