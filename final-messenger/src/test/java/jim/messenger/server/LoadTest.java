package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many people, and one who is too slow for the others. */
@Timeout(60)
class LoadTest {
    private static final int MANY = 1_000;
    private static final int FLOOD = 5_000;
    private static final int MOST_TO_A_SLOW_READER = 20_000;
    private static final String LONG_TEXT = "\ud834\udd1e".repeat(500);

    @Test
    void aThousandPeopleLogInAndWriteToTheirNeighbours() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger()) {
            List<Visitor> people = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                people.add(messenger.visitor().say(presence("p" + i)));
            }
            for (Visitor person : people) {
                assertThat(person.answer().code()).isEqualTo(200);
            }
            for (int i = 0; i < MANY; i++) {
                people.get(i).say(msg("p" + (i + 1) % MANY, "p" + i, "hi"));
            }
            for (int i = 0; i < MANY; i++) {
                assertThat(heard(people.get(i))).containsExactly("200", "p" + (i + MANY - 1) % MANY + ": hi");
            }
            assertThat(people.get(0).ask("{'action':'who'}").text()).startsWith("1000 people online");
        }
    }

    /** The answer to one's own message and the neighbour's message, in whatever order they came. */
    private static Set<String> heard(Visitor person) throws IOException {
        Set<String> heard = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            JsonObject object = person.hears();
            heard.add(
                    object.has("response")
                            ? object.get("response").getAsString()
                            : object.get("from").getAsString() + ": "
                                    + object.get("message").getAsString());
        }
        return heard;
    }

    @Test
    void aReaderThatNeverReadsIsClosedAndTheOthersGoOn() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Socket slow = slowReader(messenger.address())) {
            Visitor ann = messenger.visitor();
            ann.ask("{'action':'presence','user':{'account_name':'ann'},'ext':[]}");
            Visitor bob = messenger.visitor("bob");
            awaitOnline(ann, "slow");
            int taken = 0;
            while (ann.ask(msg("slow", "ann", LONG_TEXT)).code() == 200) {
                assertThat(++taken).isLessThan(MOST_TO_A_SLOW_READER);
            }
            assertThat(ann.ask("{'action':'who'}").texts("users")).containsExactly("ann", "bob");
            assertThat(ann.ask(msg("bob", "ann", "hi")).code()).isEqualTo(200);
            assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
            messenger.visitor("slow");
            readToTheEnd(slow);
        }
    }

    @Test
    void aFloodOverwhelmsNobodyWhoReadsAlthoughMessagesArePaced() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger()) {
            Visitor ann = messenger.visitor("ann");
            Visitor bob = messenger.visitor("bob");
            for (int i = 0; i < FLOOD; i++) {
                ann.say(msg("bob", "ann", "m" + i));
            }
            for (int i = 0; i < FLOOD; i++) {
                assertThat(bob.hearsMessage()).isEqualTo("ann: m" + i);
                assertThat(ann.answer().code()).isEqualTo(200);
            }
        }
    }

    /** Somebody with little room for what comes, who asks for extensions, so that messages are sent at once. */
    private static Socket slowReader(InetSocketAddress server) throws IOException {
        Socket slow = new Socket();
        slow.setReceiveBufferSize(4_096);
        slow.connect(server);
        slow.getOutputStream()
                .write(Frame.of("{\"action\":\"presence\",\"user\":{\"account_name\":\"slow\"},\"ext\":[]}")
                        .toByteArray());
        return slow;
    }

    private static void awaitOnline(Visitor asker, String name) throws IOException {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        while (!asker.ask("{'action':'who'}").texts("users").contains(name)) {
            assertThat(System.nanoTime()).as("the login of " + name).isLessThan(deadline);
        }
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        byte[] chunk = new byte[8_192];
        try {
            while (socket.getInputStream().read(chunk) >= 0) {
                assertThat(socket.isConnected()).isTrue();
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
