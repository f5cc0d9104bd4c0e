package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Status;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a client sends and a handler does, the answer is one line, and the connection lives on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class AlwaysAnAnswerTest {
    /** What handlers should not do. */
    @SuppressWarnings({"DoNotCallSuggester", "InfiniteRecursion"})
    static final class Bad {
        private final CountDownLatch released = new CountDownLatch(1);

        @Handles("1")
        Answer noAnswer(Request request) {
            return null;
        }

        @Handles("2")
        Answer notANumber(Request request) {
            return Answer.ok().with("x", Double.NaN);
        }

        @Handles("3")
        Answer error(Request request) {
            throw new AssertionError("s3cret");
        }

        @Handles("4")
        Answer endless(Request request) {
            return endless(request).with("x", 1);
        }

        @Handles("5")
        Answer aCircle(Request request) {
            List<Object> circle = new ArrayList<>();
            circle.add(circle);
            return Answer.ok().with("x", circle);
        }

        @Handles("6")
        Answer exception(Request request) throws IOException {
            throw new IOException("s3cret");
        }

        @Handles("7")
        Answer refusal(Request request) throws JimFault {
            throw JimFault.stay(Status.FORBIDDEN, "not yours");
        }

        @Handles("8")
        @TimeLimit(50)
        Answer slow(Request request) throws InterruptedException {
            new CountDownLatch(1).await();
            return Answer.ok();
        }

        @Handles("9")
        @TimeLimit(50)
        Answer deafToInterrupts(Request request) {
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Answer.ok();
        }
    }

    private final Bad bad = new Bad();
    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        server = LiveServer.with(bad, new TestHandler());
    }

    @AfterEach
    void stop() {
        bad.released.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``               | 400 | the line is empty: expected an object, such as {\"cmdid\":10000}",
                "GET / HTTP/1.1   | 400 | expected a JSON object that begins with '{'",
                "{'cmdid':        | 400 | not strict JSON: check quotes, commas, escapes and numbers near $.cmdid",
                "{'cmdid':'x'}    | 400 | field 'cmdid': expected a whole number, such as 10000, got a text",
                "{'cmdid':77}     | 404 | unknown command 77, there are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10000",
                "{'cmdid':1}      | 500 | command 1 failed; what it has done until then is not known",
                "{'cmdid':2}      | 500 | command 2 failed; what it has done until then is not known",
                "{'cmdid':3}      | 500 | command 3 failed; what it has done until then is not known",
                "{'cmdid':4}      | 500 | command 4 failed; what it has done until then is not known",
                "{'cmdid':5}      | 500 | command 5 failed; what it has done until then is not known",
                "{'cmdid':6}      | 500 | command 6 failed; what it has done until then is not known",
                "{'cmdid':7}      | 403 | not yours",
                "{'cmdid':8}      | 504 | command 8 took longer than 50 ms, and was stopped",
                "{'cmdid':9}      | 504 | command 9 took longer than 50 ms, and was stopped"
            })
    void whateverIsWrongHasItsCodeAndText(String line, int code, String text) throws IOException {
        try (ScriptedPeer client = server.connect()) {
            assertThat(LiveServer.answer(client.send(line + "\n"))).isEqualTo(Answer.error(code, text));
            assertIsServed(client);
        }
    }

    @Test
    void theLongestLineIsServedAndALongerOneIsAnswered413() throws IOException {
        String start = "{'cmdid':10000,'params':{'x':'";
        String longest = start + "x".repeat(RequestServer.MAX_LINE - start.length() - 3) + "'}}";
        try (ScriptedPeer client = server.connect()) {
            assertThat(LiveServer.answer(client.send(longest + "\n"))).isEqualTo(Answer.ok());
            assertThat(LiveServer.answer(client.send(longest + " \n")))
                    .isEqualTo(Answer.error(413, "the line is longer than 65536 bytes, and nothing was done"));
            assertIsServed(client);
            client.send("x".repeat(10 * RequestServer.MAX_LINE) + "\n");
            assertThat(LiveServer.answer(client).code()).isEqualTo(413);
            assertIsServed(client);
        }
    }

    @Test
    void bytesThatAreNoTextAreAnswered400() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send(Frame.copyOf(new byte[] {(byte) 0xFF, 0, '\n'}, 0, 3));
            assertThat(LiveServer.answer(client)).isEqualTo(Answer.error(400, "the bytes are not UTF-8"));
            assertIsServed(client);
        }
    }

    @Test
    void anEndInsideALineIsAnswered400() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send("{'cmdid':10000}\n{'cmdid':10000}").endOutput();
            assertThat(LiveServer.answer(client)).isEqualTo(Answer.ok());
            assertThat(LiveServer.answer(client).code()).isEqualTo(400);
            client.awaitEnd();
        }
    }

    @Test
    void aLineThatIsTooLongAndCutOffIsAnsweredOnce() throws IOException {
        try (ScriptedPeer client = server.connect()) {
            client.send("x".repeat(RequestServer.MAX_LINE + 1)).endOutput();
            assertThat(LiveServer.answer(client).code()).isEqualTo(413);
            client.awaitEnd();
        }
    }

    /** A request of one's own; its constructor has a bug. */
    static final class Order extends Request {
        private final int cups;

        Order(String address, Frame body) throws JimFault {
            super(address, body);
            this.cups = ((Number) params().get("cups")).intValue();
        }
    }

    static final class Bar {
        @Handles("1")
        Answer serve(Order order) {
            return Answer.ok().with("cups", order.cups);
        }
    }

    @Test
    void handlersMayTakeASubclassAndABugInItsConstructorIsAnswered500() throws IOException {
        Commands<Integer, RequestHandler> orders =
                new Commands<>(RequestHandler.class, Integer::valueOf, command -> Order.class);
        RequestServer.Options options = new RequestServer.Options(
                Order::new, RequestServer.Options.DEFAULT.timeLimit(), RequestServer.Options.DEFAULT.writePatience());
        try (LiveServer bar = LiveServer.of(Dispatcher.of(orders, new Bar()), options);
                ScriptedPeer client = bar.connect()) {
            client.send("{'cmdid':1}\n{'cmdid':1,'params':{'cups':2}}\n");
            assertThat(LiveServer.answer(client))
                    .isEqualTo(Answer.error(500, "the line could not be read, and nothing was done"));
            assertThat(LiveServer.answer(client).text()).isEqualTo("{\"code\":0,\"cups\":2}");
        }
    }

    @Test
    void theCommandsOfTheLessonDoWhatTheyAreCalledFor() throws IOException {
        try (LiveServer course = LiveServer.with(new TestHandler(), new CourseHandlers());
                ScriptedPeer client = course.connect()) {
            client.send("""
                    {'cmdid':10001,'params':{'x':[null,1.50]}}
                    {'cmdid':10002,'params':{'ms':1}}
                    {'cmdid':10002,'params':{'ms':-1}}
                    {'cmdid':10003}
                    """);
            assertThat(LiveServer.answer(client).text()).isEqualTo("{\"code\":0,\"params\":{\"x\":[null,1.50]}}");
            assertThat(LiveServer.answer(client)).isEqualTo(Answer.ok());
            assertThat(LiveServer.answer(client).error()).startsWith("field 'ms': expected");
            assertThat(LiveServer.answer(client).code()).isEqualTo(500);
        }
    }

    private static void assertIsServed(ScriptedPeer client) throws IOException {
        client.send("{'cmdid':10000,'timestamp':1,'params':{'content':'Hello world!'}}\n");
        assertThat(LiveServer.answer(client).text()).isEqualTo("{\"code\":0}");
    }
}
