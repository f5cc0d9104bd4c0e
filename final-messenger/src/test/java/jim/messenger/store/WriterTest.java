package jim.messenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterTest {
    @TempDir
    Path folder;

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private Statements statements;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        statements = new Statements(Database.open(folder.resolve("test.db")));
        statements.run("CREATE TABLE lines (text TEXT)");
        writer = new Writer(statements, List.of(), List.of(), why -> events.add("failure"), Pulse.UNHEARD);
        writer.start();
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        statements.close();
    }

    /** Writes a row, and says what happens to it. */
    private final class Line implements Change {
        private final String text;
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile ChatFault refusal;

        Line(String text) {
            this.text = text;
        }

        @Override
        public void make() throws SQLException {
            events.add("make");
            statements.update("INSERT INTO lines VALUES (?)", text);
        }

        @Override
        public void kept() {
            events.add("kept");
            told.countDown();
        }

        @Override
        public void refused(ChatFault why) {
            refusal = why;
            told.countDown();
        }

        ChatFault await() throws InterruptedException {
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            return refusal;
        }
    }

    /** Holds the writer until it is let go. */
    private static final class Holding implements Change {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public void make() {
            held.countDown();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void kept() {}
    }

    private Holding hold() throws InterruptedException {
        Holding holding = new Holding();
        writer.ask(holding);
        holding.held.await();
        return holding;
    }

    private Line ask(String text) {
        Line line = new Line(text);
        writer.ask(line);
        return line;
    }

    @Test
    void whatWaitsIsOneTransactionAndToldAfterIt() throws Exception {
        Holding holding = hold();
        for (int i = 0; i < 99; i++) {
            ask("text");
        }
        Line last = ask("text");
        holding.letGo.countDown();
        assertThat(last.await()).isNull();
        assertThat(events).hasSize(200);
        assertThat(events.subList(0, 100)).containsOnly("make");
        assertThat(events.subList(100, 200)).containsOnly("kept");
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsRefusedAtOnce() throws Exception {
        Holding holding = hold();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            lines.add(ask("text"));
        }
        assertThat(lines.get(10_000).await().kind()).isEqualTo(Kind.NOT_KEPT);
        assertThat(events).isEmpty();
        holding.letGo.countDown();
        assertThat(lines.get(9_999).await()).isNull();
    }

    @Test
    void aDiskThatIsFullRefusesTheGroupAndLaterTakesTheNext() throws Exception {
        Holding holding = hold();
        statements.run("PRAGMA max_page_count = 4");
        Line small = ask("small");
        Line large = ask("large".repeat(10_000));
        holding.letGo.countDown();
        assertThat(small.await().kind()).isEqualTo(Kind.NOT_KEPT);
        assertThat(large.await().kind()).isEqualTo(Kind.NOT_KEPT);
        assertThat(events).doesNotContain("kept").containsOnlyOnce("failure");
        assertThat(ask("small").await()).isNull();
        assertThat(statements.number("SELECT count(*) FROM lines")).isEqualTo(1);
    }

    @Test
    void whoeverThrowsOnBeingToldTakesNothingFromTheOthers() throws Exception {
        Holding holding = hold();
        writer.ask(new Change() {
            @Override
            public void make() {}

            @Override
            public void kept() {
                throw new IllegalStateException("a bug");
            }
        });
        Line line = ask("text");
        holding.letGo.countDown();
        assertThat(line.await()).isNull();
        assertThat(events).contains("failure");
    }

    @Test
    void whatWasAskedForBeforeTheCloseIsKeptAndNothingAfterIt() throws Exception {
        Line line = ask("text");
        writer.close();
        assertThat(line.await()).isNull();
        assertThat(ask("late").await().kind()).isEqualTo(Kind.NOT_KEPT);
    }
}
