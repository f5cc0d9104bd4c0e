package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;
import jim.engine.netty.TestCertificate;
import jim.engine.netty.Web;
import jim.engine.selector.SelectorEngine;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.metrics.Tally;
import jim.messenger.store.MemoryStore;
import jim.testkit.ScriptedPeer;
import jim.testkit.WireExample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 3: one of those who race for a name gets it, also when each door has a thread of its own. */
@Timeout(60)
final class DoorRacesTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int RACERS = 40;
    private static final int ROUNDS = 5;

    @TempDir
    private static Path made;

    private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** When the race begins, all have connected, and said nothing, not even for TLS: some may not have been let in. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofThoseWhoRaceThroughAllDoorsExactlyOneWins(boolean isEncrypted) throws Exception {
        TestCertificate certificate = TestCertificate.make(made);
        SSLSocketFactory tls = isEncrypted ? certificate.trust().getSocketFactory() : null;
        Engines engines = isEncrypted ? new EncryptedEngines(certificate::certificate) : Engines.PLAIN;
        try (MessengerServer server = server(engines)) {
            List<InetSocketAddress> doors = List.of(server.start(ANYWHERE), server.startWeb(ANYWHERE));
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> codes = race("prize" + round, doors, tls);
                assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
                assertThat(codes).filteredOn(code -> code == 409).hasSize(RACERS - 1);
            }
        }
    }

    private static MessengerServer server(Engines engines) {
        return new MessengerServer(
                LogFile.none(),
                MessengerOptions.USUAL.withLimits(Limits.NONE),
                new MemoryStore(InstantSource.system()),
                engines,
                new Tally());
    }

    /** The loop of one door is busy when somebody connects there, and then somebody else logs in through the other. */
    @Test
    void whoeverHasConnectedBeforeALoginIsNoNewcomerHoweverLateTheyAreLetIn() throws Exception {
        AtomicReference<LoopEngine> web = new AtomicReference<>();
        CountDownLatch goesOn = new CountDownLatch(1);
        try (MessengerServer server = server(remembering(web))) {
            InetSocketAddress jim = server.start(ANYWHERE);
            InetSocketAddress page = server.startWeb(ANYWHERE);
            web.get().letIn(() -> await(goesOn));
            try (Socket early = new Socket(page.getAddress(), page.getPort());
                    Visitor ann = Visitor.to(jim).say(Visitor.presence("ann"));
                    Visitor second = Visitor.to(jim)) {
                // Who asks behind her on the same thread is refused: by now she has the name.
                assertThat(second.ask(Visitor.presence("ann")).code()).isEqualTo(409);
                goesOn.countDown();
                assertThat(ann.answer().code()).isEqualTo(200);
                assertThat(code(line(early, null, true), "ann")).isEqualTo(409);
                ann.expectNothing();
            }
        } finally {
            goesOn.countDown();
        }
    }

    /** Engines that are not encrypted, each with one loop; {@code web} is the one for browsers. */
    private static Engines remembering(AtomicReference<LoopEngine> web) {
        return new Engines() {
            @Override
            public LoopEngine tcp(EngineOptions options) {
                return new SelectorEngine(options);
            }

            @Override
            public LoopEngine web(EngineOptions options, Web pages) {
                web.set(PLAIN.web(options, pages));
                return web.get();
            }

            @Override
            public Protection protection() {
                return PLAIN.protection();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What each is answered who wants {@code name}; nobody leaves before all have been, or answers a probe. */
    private List<Integer> race(String name, List<InetSocketAddress> doors, SSLSocketFactory tls) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(RACERS);
        CyclicBarrier end = new CyclicBarrier(RACERS);
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            boolean isWeb = i % 2 == 1;
            InetSocketAddress door = doors.get(i % 2);
            racers.add(() -> {
                try (Socket socket = new Socket(door.getAddress(), door.getPort())) {
                    begin.await(10, TimeUnit.SECONDS);
                    try (Line line = line(socket, tls, isWeb)) {
                        int code = code(line, name);
                        end.await(30, TimeUnit.SECONDS);
                        return code;
                    }
                }
            });
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> code : threads.invokeAll(racers)) {
            codes.add(code.get());
        }
        return codes;
    }

    private static Line line(Socket socket, SSLSocketFactory tls, boolean isWeb) throws IOException {
        Socket spoken = tls == null ? socket : tls.createSocket(socket, "localhost", socket.getPort(), true);
        spoken.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return isWeb ? Line.ofWeb(spoken) : Line.ofStream(spoken);
    }

    private static int code(Line line, String name) throws IOException {
        line.send(List.of(WireExample.json(Visitor.presence(name)).toByteArray()));
        return JsonParser.parseString(line.hear())
                .getAsJsonObject()
                .get("response")
                .getAsInt();
    }
}
