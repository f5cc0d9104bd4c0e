package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.protocol.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protocol, sections 4 and 5: many write to one who comes and goes all the time. */
@Timeout(60)
class ComingAndGoingTest {
    private static final int SENDERS = 4;
    /** Of each sender; all together fit into one mailbox. */
    private static final int MESSAGES = 240;

    private static final int MOST_TO_A_SLOW_READER = 20_000;
    private static final String LONG_TEXT = "\ud834\udd1e".repeat(500);

    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    /** What has been heard, by its place in the mailbox. */
    private final Map<Long, JsonObject> heard = new HashMap<>();

    private final List<Future<?>> senders = new ArrayList<>();
    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        messenger.visitor("bob").quit();
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdownNow();
        messenger.close();
    }

    private void startSenders() throws IOException {
        for (int i = 0; i < SENDERS; i++) {
            String name = "ann" + i;
            Visitor sender = messenger.visitor(name, "'ext':[]");
            senders.add(threads.submit(() -> send(sender, name)));
        }
    }

    private static Void send(Visitor sender, String name) throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(sender.ask(msg("bob", name, String.valueOf(i))).code()).isIn(200, 202);
        }
        return null;
    }

    @Test
    void whoReadsToTheEndHearsEverythingOnceAndInOrder() throws Exception {
        startSenders();
        while (heard.size() < SENDERS * MESSAGES) {
            Visitor bob = messenger.visitor("bob", "'ext':['id']");
            List<JsonObject> messages = new ArrayList<>();
            read(bob, 1 + random.nextInt(20), messages);
            messages.addAll(messagesUntilEnd(bob.say("{'action':'quit'}")));
            for (JsonObject message : messages) {
                assertThat(heard.put(seq(message), message))
                        .as("heard twice, seed " + seed)
                        .isNull();
            }
        }
        assertAllWasHeardInOrder();
    }

    @Test
    void whoAcknowledgesMissesNothingHoweverItsConnectionsEnd() throws Exception {
        startSenders();
        while (heard.size() < SENDERS * MESSAGES) {
            Visitor bob = messenger.visitor("bob", "'ext':['id','ack']");
            List<JsonObject> messages = new ArrayList<>();
            read(bob, 1 + random.nextInt(40), messages);
            assertThat(messages)
                    .as("seed " + seed)
                    .extracting(ComingAndGoingTest::seq)
                    .isSorted();
            messages.forEach(this::hear);
            if (random.nextInt(4) > 0) {
                bob.say("{'action':'ack','seq':" + seq(messages.get(random.nextInt(messages.size()))) + "}");
            }
            leave(bob);
        }
        assertAllWasHeardInOrder();
        Visitor bob = messenger.visitor("bob", "'ext':['ack'],'after':" + heard.size());
        assertThat(bob.ask("{'action':'ack','seq':" + heard.size() + "}").code())
                .isEqualTo(200);
        bob.quit();
        messenger.visitor("bob", "'ext':['ack']").expectNothing();
    }

    /** As many as have come by then; the first of them is waited for. */
    private void read(Visitor bob, int most, List<JsonObject> messages) throws IOException {
        int left = SENDERS * MESSAGES - heard.size();
        for (int i = 0; i < Math.min(most, left); i++) {
            messages.add(bob.hears());
        }
    }

    private void leave(Visitor bob) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> bob.quit();
            case 1 -> bob.close();
            default -> bob.peer().reset();
        }
    }

    private void hear(JsonObject message) {
        JsonObject before = heard.put(seq(message), message);
        assertThat(before == null ? message : before).as("seed " + seed).isEqualTo(message);
    }

    private static long seq(JsonObject message) {
        return message.get("seq").getAsLong();
    }

    private static List<JsonObject> messagesUntilEnd(Visitor reader) throws Exception {
        List<JsonObject> messages = new ArrayList<>();
        for (Frame frame : reader.peer().awaitFramesUntilEnd()) {
            JsonObject object = StrictJson.object(frame);
            if (object.has("message")) {
                messages.add(object);
            }
        }
        return messages;
    }

    private void assertAllWasHeardInOrder() throws Exception {
        for (Future<?> sender : senders) {
            sender.get(10, TimeUnit.SECONDS);
        }
        Map<String, Integer> next = new HashMap<>();
        for (long seq = 1; seq <= SENDERS * MESSAGES; seq++) {
            JsonObject message = heard.get(seq);
            int expected = next.merge(message.get("from").getAsString(), 1, Integer::sum) - 1;
            assertThat(message.get("message").getAsInt()).as("seed " + seed).isEqualTo(expected);
        }
        assertThat(heard.values().stream().map(message -> message.get("id")).distinct())
                .hasSize(SENDERS * MESSAGES);
    }

    @Test
    void whatASlowReaderMissesComesAtTheNextLogin() throws Exception {
        Visitor ann = messenger.visitor("ann", "'ext':[]");
        Visitor slow = messenger.visitor("slow", "'ext':['id']");
        int sent = 1;
        while (ann.ask(msg("slow", "ann", LONG_TEXT)).code() == 200) {
            assertThat(++sent).isLessThan(MOST_TO_A_SLOW_READER);
        }
        List<JsonObject> read = messagesUntilEnd(slow);
        assertThat(read.size()).isLessThan(sent);
        assertThat(seq(read.get(read.size() - 1))).isEqualTo(read.size());
        Visitor again = messenger.visitor("slow", "'ext':['id']");
        long first = seq(again.hears());
        // What was on its way when the end came may come twice, and has its place to be known by.
        assertThat(first).isBetween(1L, read.size() + 1L);
        for (long seq = first + 1; seq <= sent; seq++) {
            assertThat(seq(again.hears())).isEqualTo(seq);
        }
        again.expectNothing();
    }
}
