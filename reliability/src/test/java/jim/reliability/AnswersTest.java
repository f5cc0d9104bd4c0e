package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import jim.reliability.Answers.Answered;
import org.junit.jupiter.api.Test;

/** What counts against a server is what it acknowledges between its first refusal and the end of the trouble. */
final class AnswersTest {
    private final Answers answers = new Answers();

    private long acknowledgedInTrouble(long began, long ended) {
        return answers.between(answers.firstRefusal(began), ended)
                .filter(Answered::isKept)
                .count();
    }

    @Test
    void whatIsAcknowledgedAfterARefusalIsSeen() {
        answers.add(new Answered("ann", 10, 20, false));
        answers.add(new Answered("bob", 21, 30, true));
        assertThat(acknowledgedInTrouble(0, 100)).isEqualTo(1);
    }

    @Test
    void whatWasOnItsWayBeforeTheRefusalAndWhatIsAnsweredAfterTheTroubleIsRight() {
        answers.add(new Answered("ann", 10, 20, false));
        answers.add(new Answered("bob", 15, 30, true));
        answers.add(new Answered("eve", 90, 110, true));
        assertThat(acknowledgedInTrouble(0, 100)).isZero();
    }
}
