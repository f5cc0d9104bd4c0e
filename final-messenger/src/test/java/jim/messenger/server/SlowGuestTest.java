package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jim.logging.LogFile;
import jim.messenger.limits.Limits;
import jim.messenger.store.MemoryStore;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody with nc who reads too slowly is sent away, and loses nothing (protocol, sections 4 and 7). */
@Timeout(60)
final class SlowGuestTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int LENGTH = 4_000;
    private static final int ACCEPTED = 202;
    private static final String AT_LAST = "[ann][->][dan]: at last";

    private final MessengerServer server = new MessengerServer(
            LogFile.none(),
            MessengerOptions.USUAL.withLimits(Limits.NONE).withMessageLimit(LENGTH),
            new MemoryStore(InstantSource.system()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatASlowReaderHasMissedComesAtTheNextLogin() throws Exception {
        InetSocketAddress text = server.startText(ANYWHERE);
        try (Visitor ann = Visitor.to(server.start(ANYWHERE)).login("ann");
                Socket dan = login(text)) {
            BufferedReader reads = reader(dan);
            assertThat(reads.readLine()).contains("[dan] login to chat.");
            int said = speakUntilItIsKept(ann);
            ann.ask(Visitor.msg("dan", "ann", "at last"));
            TreeSet<Integer> read = new TreeSet<>(numbers(reads.lines().toList()));
            assertThat(read.last()).isLessThan(said);
            try (Socket again = login(text)) {
                read.addAll(numbers(reader(again)
                        .lines()
                        .takeWhile(line -> !line.endsWith(AT_LAST))
                        .toList()));
            }
            assertThat(read)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, said).boxed().toList());
        }
    }

    private static Socket login(InetSocketAddress text) throws IOException {
        Socket dan = new Socket();
        dan.setReceiveBufferSize(8 * 1_024);
        dan.connect(text);
        dan.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        dan.getOutputStream().write("login dan\n".getBytes(UTF_8));
        return dan;
    }

    private static BufferedReader reader(Socket dan) throws IOException {
        return new BufferedReader(new InputStreamReader(dan.getInputStream(), UTF_8));
    }

    /** Says how many messages were sent, of which the last was kept. */
    private static int speakUntilItIsKept(Visitor ann) throws IOException {
        int said = 0;
        int code = 0;
        while (code != ACCEPTED) {
            said++;
            code = ann.ask(Visitor.msg("dan", "ann", said + " " + "x".repeat(LENGTH - 10)))
                    .code();
        }
        return said;
    }

    private static List<Integer> numbers(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("[ann][->][dan]: "))
                .map(line -> Integer.valueOf(line.substring(line.indexOf(": ") + 2, line.lastIndexOf(' '))))
                .toList();
    }
}
