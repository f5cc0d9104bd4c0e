package jim.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jim.feed.Feed;
import jim.telemetry.Board.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BoardTest {
    private final AtomicLong millis = new AtomicLong();
    private final Board board = new Board(new Feed<>(thrown -> {}), 100_000, millis::get);

    @Test
    void theGreetingSaysHowLongEachSourceHasBeenSilent() {
        board.publish(Wire.FULL);
        millis.set(1_000);
        board.publish(new Report(0, "x", SourceStatus.IDLE, List.of()));
        millis.set(1_037);
        assertThat(board.join().greeting()).isEqualTo("[abc] 1 | ACTIVE | 1037\n[x] 0 | IDLE | 37\n");
    }

    @Test
    void theLastReportOfASourceCounts() {
        board.publish(Wire.FULL);
        board.publish(Wire.EMPTY);
        assertThat(board.join().greeting()).isEqualTo("[abc] 0 | IDLE | 0\n");
    }

    @Test
    void ofTooManySourcesTheOneSilentLongestIsForgotten() {
        for (int i = 0; i < 10_000; i++) {
            millis.set(i);
            board.publish(new Report(0, "s" + i, SourceStatus.IDLE, List.of()));
        }
        board.publish(new Report(1, "s0", SourceStatus.IDLE, List.of()));
        board.publish(new Report(0, "new", SourceStatus.IDLE, List.of()));
        assertThat(board.join().greeting().lines())
                .hasSize(10_000)
                .startsWith("[s0] 1 | IDLE | 0")
                .endsWith("[new] 0 | IDLE | 0")
                .noneMatch(line -> line.startsWith("[s1]"));
    }

    @Test
    void whoeverJoinsMissesNoReportAndGetsNoneTwice() throws InterruptedException {
        long seed = Long.getLong("jim.seed", System.nanoTime());
        Random random = new Random(seed);
        AtomicInteger last = new AtomicInteger();
        publish(0);
        for (int round = 0; round < 300; round++) {
            int moment = last.get() + random.nextInt(50);
            Thread source = new Thread(() -> publish(last, 100));
            source.start();
            while (last.get() < moment) {
                Thread.onSpinWait();
            }
            Place place = board.join();
            source.join();
            publish(last, 1);
            assertThat(numbersIn(place))
                    .as("-Djim.seed=%d", seed)
                    .isEqualTo(from(numberIn(place.greeting()) + 1, last.get()));
            place.reports().cancel();
        }
    }

    private void publish(AtomicInteger last, int count) {
        for (int i = 0; i < count; i++) {
            publish(last.incrementAndGet());
        }
    }

    private static List<Integer> numbersIn(Place place) throws InterruptedException {
        return place.reports().take().stream()
                .map(bytes -> numberIn(new String(bytes, US_ASCII)))
                .toList();
    }

    private static List<Integer> from(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private void publish(int number) {
        board.publish(new Report(number, "s", SourceStatus.IDLE, List.of(new Field("n", number))));
    }

    /** The number behind the source, or behind the name of the field. */
    private static int numberIn(String line) {
        return Integer.parseInt(line.replaceFirst("\\[s] (n \\| )?(\\d+)(.|\n)*", "$2"));
    }
}
