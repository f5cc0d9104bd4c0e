package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TranscriptTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Transcript transcript = new Transcript();

    private Optional<String> now(String text) throws InterruptedException {
        return transcript.next(text, Duration.ZERO);
    }

    @Test
    void aLineThatCameBeforeIsFound() throws Exception {
        transcript.add("one");
        transcript.add("two");
        assertThat(now("tw")).contains("two");
    }

    @Test
    void aLineIsFoundOnce() throws Exception {
        transcript.add("one");
        assertThat(now("one")).contains("one");
        assertThat(now("one")).isEmpty();
        transcript.add("one more");
        assertThat(now("one")).contains("one more");
    }

    @Test
    void aLineThatWasPassedOverIsNotFoundAgain() throws Exception {
        transcript.add("one");
        transcript.add("two");
        transcript.add("three");
        assertThat(now("two")).contains("two");
        assertThat(now("one")).isEmpty();
        assertThat(now("three")).contains("three");
    }

    @Test
    void nothingIsReadWhenTheLineDoesNotCome() throws Exception {
        transcript.add("one");
        assertThat(now("two")).isEmpty();
        assertThat(now("one")).contains("one");
    }

    @Test
    void aLineIsWaitedFor() throws Exception {
        CompletableFuture<Optional<String>> found = waiting("hi");
        transcript.add("other");
        transcript.add("hi there");
        assertThat(found.get(20, TimeUnit.SECONDS)).contains("hi there");
    }

    @Test
    void nobodyWaitsForAChildThatHasEnded() throws Exception {
        CompletableFuture<Optional<String>> found = waiting("hi");
        transcript.close();
        assertThat(found.get(15, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aChildThatStartsAgainIsWaitedForAgain() throws Exception {
        transcript.close();
        transcript.open();
        CompletableFuture<Optional<String>> found = waiting("hi");
        transcript.add("hi");
        assertThat(found.get(20, TimeUnit.SECONDS)).contains("hi");
    }

    @Test
    void theLastFiveLinesAreKeptForThePerson() throws Exception {
        IntStream.range(0, 9).forEach(i -> transcript.add("line " + i));
        now("line 8");
        assertThat(transcript.recent()).containsExactly("line 4", "line 5", "line 6", "line 7", "line 8");
    }

    @Test
    void aChildThatPrintsForEverFillsNoMemory() throws Exception {
        IntStream.range(0, 10_001).forEach(i -> transcript.add("line " + i + ";"));
        assertThat(now("line 0;")).isEmpty();
        assertThat(now("line 1;")).contains("line 1;");
    }

    private CompletableFuture<Optional<String>> waiting(String text) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return transcript.next(text, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
