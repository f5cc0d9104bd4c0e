package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jim.engine.Connection;
import jim.protocol.Frame;
import jim.protocol.Response;
import jim.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The turns of answers that come late. */
final class AnswersTest {
    /** A connection that only counts. */
    private static final class Counter implements Connection {
        private int pauses;
        private int leastPauses;
        private int mostPauses;
        private int holds;

        @Override
        public void pause() {
            mostPauses = Math.max(mostPauses, ++pauses);
        }

        @Override
        public void resume() {
            leastPauses = Math.min(leastPauses, --pauses);
        }

        @Override
        public void hold() {
            holds++;
        }

        @Override
        public void release() {
            holds--;
        }

        @Override
        public void send(Frame frame) {}

        @Override
        public void afterSent(Runnable then) {}

        @Override
        public void close() {}

        @Override
        public void pace(Duration gap) {}

        @Override
        public SocketAddress peer() {
            return new InetSocketAddress(0);
        }

        @Override
        public long since() {
            return 0;
        }
    }

    private final Counter connection = new Counter();
    private final Answers answers = new Answers(connection);
    private final List<String> said = new ArrayList<>();

    @Test
    void whatCannotBeFoundOutIsOurFaultAndHoldsUpNoOtherAnswer() {
        List<Runnable> work = new ArrayList<>();
        Answer failing = Answer.by(work::add, () -> {
            throw new IllegalStateException("broken");
        });
        answers.add(failing, response -> said.add(response.code() + ""));
        answers.add(Answer.of(Response.of(Status.OK, "next")), response -> said.add(response.text()));
        assertThat(said).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> work.get(0).run());
        assertThat(said).containsExactly("500", "next");
    }

    private Answer asked() {
        Answer answer = Answer.later();
        answers.add(answer, response -> said.add(response.text()));
        return answer;
    }

    private static void give(Answer answer, int number) {
        answer.give(Response.of(Status.OK, String.valueOf(number)));
    }

    @Test
    void anAnswerThatComesEarlierWaitsForItsTurn() {
        Answer first = asked();
        Answer second = asked();
        give(second, 2);
        assertThat(said).isEmpty();
        give(first, 1);
        assertThat(said).containsExactly("1", "2");
        assertThat(connection.holds).isZero();
    }

    @Test
    void theLastWordComesBehindTheAnswersToAllThatHasBeenAsked() {
        Answer first = asked();
        answers.sayLast(() -> said.add("last"));
        answers.sayLast(() -> said.add("another"));
        Answer served = asked();
        give(served, 2);
        answers.askNoMore();
        give(first, 1);
        assertThat(said).containsExactly("1", "2", "last");
        assertThat(connection.holds).isZero();
    }

    @Test
    void theLastWordIsSaidAlsoWhenNothingCanBeAskedAnyMore() {
        answers.askNoMore();
        answers.sayLast(() -> said.add("last"));
        assertThat(said).containsExactly("last");
        assertThat(connection.holds).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 600, 1_023, 1_024, 1_030})
    void whatWasNotPausedIsNotResumed(int count) {
        for (int round = 0; round < 2; round++) {
            List<Answer> late = IntStream.range(0, count).mapToObj(i -> asked()).toList();
            assertThat(connection.holds).isEqualTo(1);
            late.forEach(answer -> give(answer, 0));
            assertThat(connection.pauses).isZero();
            assertThat(connection.holds).isZero();
        }
        assertThat(connection.leastPauses).isZero();
        assertThat(connection.mostPauses).isEqualTo(count < 1_024 ? 0 : 1);
    }

    @Test
    void whatIsNoAnswerComesBehindTheAnswersToAllThatWasAsked() {
        answers.sayBehind(() -> said.add("at once"));
        Answer first = asked();
        answers.sayBehind(() -> said.add("behind 1"));
        Answer second = asked();
        assertThat(said).containsExactly("at once");
        give(first, 1);
        assertThat(said).containsExactly("at once", "1", "behind 1");
        give(second, 2);
        assertThat(said).containsExactly("at once", "1", "behind 1", "2");
        assertThat(connection.holds).isZero();
    }

    @Test
    void whatIsNoAnswerWaitsForOneThatIsStillBeingFound() {
        answers.expect();
        answers.sayBehind(() -> said.add("behind"));
        assertThat(said).isEmpty();
        answers.add(Answer.of(Response.of(Status.OK, "found")), response -> said.add(response.text()));
        assertThat(said).containsExactly("found", "behind");

        answers.expect();
        answers.sayBehind(() -> said.add("behind the late one"));
        Answer late = asked();
        assertThat(said).hasSize(2);
        give(late, 3);
        assertThat(said).containsExactly("found", "behind", "3", "behind the late one");
    }
}
