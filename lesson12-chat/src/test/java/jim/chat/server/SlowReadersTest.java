package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jim.chat.Chat;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.chat.telnet.TelnetChat;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who never read cost little, are sent away, and nobody else notices. */
@Timeout(60)
final class SlowReadersTest {
    private static final int SLOW = 50;
    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final int MOST_SAID = 5_000;
    private static final String TEXT = "x".repeat(8_000);
    private static final int LINE_BYTES = "[12:34:56][ann]: \n".length() + TEXT.length();
    private static final String TOO_SLOW =
            "[ERROR] - you read too slowly, and too much waited for you: connect again\n";

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Chat chat = new Chat(InstantSource.system(), TEXT.length(), failures::add);
    private final List<Socket> slow = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    /** How many bytes the engine took for those who were too slow. */
    private final AtomicLong taken = new AtomicLong();

    private Engine engine;
    private InetSocketAddress address;

    @AfterEach
    void stop() throws IOException {
        for (Socket reader : slow) {
            reader.close();
        }
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreClosedAtTheirBoundAndTheOthersHearEverything(EngineKind kind) throws Exception {
        start(kind);
        try (PlainTalker ann = connect();
                PlainTalker bob = connect()) {
            ann.say("login ann");
            ann.hears(came("ann"));
            for (int i = 0; i < SLOW; i++) {
                slow.add(slowReader("slow" + i));
                ann.hears(came("slow" + i));
            }
            bob.say("login bob");
            bob.hears(came("bob"));
            ann.hears(came("bob"));

            speakUntilTheyAreGone(ann, bob);

            bob.say("/userlist");
            bob.hears("['ann', 'bob']");
        }
        assertThat((taken.get() - bytesThatCameThrough()) / SLOW).isBetween(OUTBOX_BYTES / 2L, (long) OUTBOX_BYTES);
        assertThat(failures).isEmpty();
    }

    private void start(EngineKind kind) throws IOException {
        EngineOptions options = TelnetChat.options(failures::add);
        engine = kind.engine(new EngineOptions(
                options.framing(), options.outboxBytes(), () -> counted(options), options.failures()));
        address = engine.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TelnetChat(Reception.of(new LineChat(chat, ZoneOffset.UTC))));
    }

    /** The last line is asked for when what was just said finds no room. */
    private Frame counted(EngineOptions options) {
        taken.addAndGet((said.get() - 1L) * LINE_BYTES);
        return options.tooSlow().get();
    }

    private PlainTalker connect() throws IOException {
        return new PlainTalker(new Socket(address.getAddress(), address.getPort()));
    }

    /** Logs in and does not read; its system takes little for it. */
    private Socket slowReader(String name) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1_024);
        socket.connect(address);
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        socket.getOutputStream().write(("login " + name + "\n").getBytes(UTF_8));
        return socket;
    }

    private static String came(String name) {
        return "[SYSTEM INFO] - [" + name + "] login to chat.";
    }

    /** Ann says a line when both have heard the one before, and the leaving of all who are too slow. */
    private void speakUntilTheyAreGone(PlainTalker ann, PlainTalker bob) throws IOException {
        int gone = 0;
        int goneForBob = 0;
        while (gone < SLOW || goneForBob < SLOW) {
            assertThat(said.incrementAndGet()).isLessThan(MOST_SAID);
            ann.say("msgall " + TEXT);
            gone += leavesBeforeTheText(ann);
            goneForBob += leavesBeforeTheText(bob);
        }
    }

    private static int leavesBeforeTheText(PlainTalker talker) throws IOException {
        int leaves = 0;
        String line = talker.hear();
        while (!line.endsWith("[ann]: " + TEXT)) {
            assertThat(line).matches("\\[SYSTEM INFO] - \\[slow\\d+] logout from chat\\.");
            leaves++;
            line = talker.hear();
        }
        return leaves;
    }

    /** What the slow readers have got when they read at last. */
    private long bytesThatCameThrough() throws IOException {
        long bytes = 0;
        for (Socket reader : slow) {
            String got = new String(reader.getInputStream().readAllBytes(), UTF_8);
            assertThat(got).endsWith(TOO_SLOW);
            bytes += got.length();
        }
        return bytes;
    }
}
