package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jim.logging.LogFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 5: what was said before. */
@Timeout(30)
class HistoryTest {
    private static final String HIST = "'ext':['id','hist']";
    private static final String JOIN = "{'action':'join','room':'#java'}";

    private RunningMessenger messenger;
    private Visitor ann;
    private Visitor bob;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann", HIST);
        bob = messenger.visitor("bob", HIST);
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private static String history(String fields) {
        return "{'action':'history'," + fields + "}";
    }

    private static JsonObject page(Visitor reader, String fields) throws IOException {
        JsonObject page = reader.say(history(fields)).hears();
        assertThat(page.get("response").getAsInt()).as(page.toString()).isEqualTo(200);
        return page;
    }

    private static List<String> texts(JsonObject page) {
        List<String> texts = new ArrayList<>();
        page.getAsJsonArray("items")
                .forEach(item -> texts.add(item.getAsJsonObject().get("message").getAsString()));
        return texts;
    }

    private static boolean isComplete(JsonObject page) {
        return page.get("complete").getAsBoolean();
    }

    /** The id of the first or the last item of a page. */
    private static String idAt(JsonObject page, int end) {
        int last = page.getAsJsonArray("items").size() - 1;
        JsonElement item = page.getAsJsonArray("items").get(end * last);
        return item.getAsJsonObject().get("id").getAsString();
    }

    private void write(int from, int to) throws IOException {
        for (int i = from; i <= to; i++) {
            assertThat(ann.ask(msg("bob", "ann", "m" + i)).code()).isIn(200, 202);
        }
    }

    private static List<String> written(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "m" + i).toList();
    }

    @Test
    void bothSeeWhatTheySaidToEachOtherFromTheOldestOn() throws IOException {
        Object id = ann.ask(msg("bob", "ann", "hi")).more().get("id");
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        bob.ask(msg("ann", "bob", "ho"));
        assertThat(ann.hearsMessage()).isEqualTo("bob: ho");
        JsonObject page = page(ann, "'with':'BOB'");
        assertThat(texts(page)).containsExactly("hi", "ho");
        assertThat(isComplete(page)).isTrue();
        JsonObject first = page.getAsJsonArray("items").get(0).getAsJsonObject();
        assertThat(first.keySet()).containsExactly("id", "time", "to", "from", "message");
        assertThat(first.get("id").getAsString()).isEqualTo(id);
        assertThat(first.get("to").getAsString()).isEqualTo("bob");
        assertThat(page(bob, "'with':'ann'").get("items")).isEqualTo(page.get("items"));
    }

    @Test
    void nobodySeesWhatOthersSayToEachOther() throws IOException {
        ann.ask(msg("bob", "ann", "hi"));
        Visitor eve = messenger.visitor("eve", HIST);
        eve.ask(msg("ann", "eve", "psst"));
        assertThat(texts(page(eve, "'with':'ann'"))).containsExactly("psst");
        assertThat(texts(page(eve, "'with':'bob'"))).isEmpty();
        assertThat(texts(page(eve, "'with':'eve'"))).isEmpty();
    }

    /** A room begins with the millisecond in which it is made, and all that was said in that. */
    private static void awaitNextMillisecond() {
        long begun = System.currentTimeMillis();
        while (System.currentTimeMillis() == begun) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoeverMakesARoomAnewDoesNotReadWhatWasSaidInItBefore() throws IOException {
        ann.ask(JOIN);
        ann.ask(msg("#java", "ann", "old"));
        ann.ask("{'action':'leave','room':'#java'}");
        awaitNextMillisecond();
        bob.ask(JOIN);
        bob.ask(msg("#java", "bob", "new"));
        assertThat(texts(page(bob, "'room':'#java'"))).containsExactly("new");
    }

    @Test
    void whoeverJoinsARoomReadsWhatWasSaidInItBefore() throws IOException {
        ann.ask(JOIN);
        ann.ask(msg("#java", "ann", "old"));
        bob.ask(JOIN);
        ann.ask("{'action':'leave','room':'#java'}");
        assertThat(texts(page(bob, "'room':'#java'"))).containsExactly("old");
    }

    @Test
    void aPageEndsWithTheLatestAndOthersLeadBackToTheFirst() throws IOException {
        bob.quit();
        write(1, 10);
        JsonObject latest = page(ann, "'with':'bob','limit':4");
        assertThat(texts(latest)).isEqualTo(written(7, 10));
        assertThat(isComplete(latest)).isFalse();
        JsonObject before = page(ann, "'with':'bob','limit':4,'before':'" + idAt(latest, 0) + "'");
        assertThat(texts(before)).isEqualTo(written(3, 6));
        JsonObject first = page(ann, "'with':'bob','limit':4,'before':'" + idAt(before, 0) + "'");
        assertThat(texts(first)).isEqualTo(written(1, 2));
        assertThat(isComplete(first)).isTrue();
        JsonObject none = page(ann, "'with':'bob','before':'" + idAt(first, 0) + "'");
        assertThat(texts(none)).isEmpty();
        assertThat(isComplete(none)).isTrue();
    }

    @Test
    void behindAMessagePagesLeadOnToTheLatest() throws IOException {
        bob.quit();
        write(1, 10);
        JsonObject from = page(ann, "'with':'bob','limit':4,'after':'0'");
        assertThat(texts(from)).isEqualTo(written(1, 4));
        assertThat(isComplete(from)).isFalse();
        JsonObject on = page(ann, "'with':'bob','limit':6,'after':'" + idAt(from, 1) + "'");
        assertThat(texts(on)).isEqualTo(written(5, 10));
        assertThat(isComplete(on)).isTrue();
        assertThat(texts(page(ann, "'with':'bob','after':'" + idAt(on, 1) + "'")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "20, 20", "21, 20", "250, 20", "251, 20", "2147483647, 20"})
    void neverMoreComesThanWasAskedFor(int limit, int expected) throws IOException {
        bob.quit();
        write(1, 20);
        JsonObject page = page(ann, "'with':'bob','limit':" + limit);
        assertThat(texts(page)).isEqualTo(written(21 - expected, 20));
        assertThat(isComplete(page)).isEqualTo(expected == 20);
    }

    @Test
    void whatDoesNotFitIntoOneObjectComesInTheNext() throws IOException {
        bob.quit();
        write(1, 400);
        List<String> all = new ArrayList<>();
        JsonObject page = page(ann, "'with':'bob'");
        all.addAll(0, texts(page));
        while (!isComplete(page)) {
            assertThat(texts(page)).hasSizeGreaterThan(50);
            page = page(ann, "'with':'bob','before':'" + idAt(page, 0) + "'");
            all.addAll(0, texts(page));
        }
        assertThat(all).isEqualTo(written(1, 400));
    }

    /** With the longest names, and the longest ids to repeat. */
    @Test
    void theLargestMessageThatIsTakenFitsIntoAnAnswer() throws IOException {
        String name = "\ud801\udc00".repeat(25);
        String ids = "'id':'" + "\\\\".repeat(64) + "','cid':'" + "\\\\".repeat(64) + "'";
        try (RunningMessenger roomy =
                new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withMessageLimit(4_000))) {
            Visitor writer = roomy.visitor(name, HIST);
            int most = 2_600;
            while (isTooLarge(writer, msg(name, name, "漢".repeat(most)))) {
                most--;
            }
            assertThat(writer.hears().get("response").getAsInt()).isEqualTo(200);
            JsonObject page = page(writer, ids + ",'with':'" + name + "'");
            assertThat(texts(page)).containsExactly("漢".repeat(most));
            assertThat(page.get("cid").getAsString()).hasSize(64);
        }
    }

    /** The answer of a message that is taken comes behind the message itself, as it is to oneself. */
    private static boolean isTooLarge(Visitor writer, String message) throws IOException {
        JsonObject heard = writer.say(message).hears();
        return heard.has("response") && heard.get("response").getAsInt() == 400;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'with':'bob','before':'!'",
                "'with':'bob','before':''",
                "'with':'bob','after':'-1'",
                "'with':'bob','after':'zzzzzzzzzzzzzz'",
                "'with':'bob','after':7",
                "'with':'bob','before':'1','after':'2'",
                "'with':'bob','room':'#java'",
                "'limit':1",
                "'with':'bob','limit':0",
                "'with':'bob','limit':-1",
                "'with':'bob','limit':1.5",
                "'with':'bob','limit':'1'",
                "'with':'bob','limit':99999999999"
            })
    void whatCannotBeMeantIsRefused(String fields) throws IOException {
        assertThat(ann.ask(history(fields)).code()).isEqualTo(400);
    }

    @Test
    void aRoomsHistoryIsForItsMembers() throws IOException {
        ann.ask(JOIN);
        bob.ask(JOIN);
        ann.ask(msg("#java", "ann", "hi"));
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        assertThat(texts(page(bob, "'room':'#JAVA'"))).containsExactly("hi");
        bob.ask("{'action':'leave','room':'#java'}");
        assertThat(bob.ask(history("'room':'#java'")).code()).isEqualTo(403);
        Visitor eve = messenger.visitor("eve", HIST);
        assertThat(eve.ask(history("'room':'#java'")).code()).isEqualTo(403);
    }

    @Test
    void thereIsNoHistoryWithWhatIsNotThere() throws IOException {
        ann.ask(JOIN);
        assertThat(ann.ask(history("'room':'#jaav'")).text()).endsWith("did you mean '#java'?");
        assertThat(ann.ask(history("'with':'bbo'")).code()).isEqualTo(404);
        assertThat(ann.ask(history("'with':'bbo'")).text()).endsWith("did you mean 'bob'?");
    }

    @Test
    void anAnswerComesInItsTurn() throws IOException {
        bob.quit();
        write(1, 3);
        ann.say(history("'with':'bob','id':1") + "{'action':'who','id':2}" + history("'with':'bob','id':3"));
        for (int id = 1; id <= 3; id++) {
            assertThat(ann.hears().get("id").getAsInt()).isEqualTo(id);
        }
    }
}
