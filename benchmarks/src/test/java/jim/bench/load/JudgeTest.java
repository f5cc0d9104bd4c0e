package jim.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JudgeTest {
    private final Faults faults = new Faults();
    private final Judge judge = new Judge(faults);

    private void hears(int... numbers) {
        for (int number : numbers) {
            judge.heard(number);
        }
    }

    @Test
    void everythingOnceAndInOrderIsFine() {
        hears(0, 1, 2);
        judge.close(3);

        assertThat(faults.none()).isTrue();
    }

    @Test
    void aMessageThatNeverComesIsLost() {
        hears(0, 2);
        judge.close(3);

        assertThat(faults).hasToString("1 lost, 0 twice, 0 out of order, 0 astray, 0 refused");
    }

    @Test
    void theLastOnesThatNeverComeAreLost() {
        hears(0);
        judge.close(4);

        assertThat(faults).hasToString("3 lost, 0 twice, 0 out of order, 0 astray, 0 refused");
    }

    @Test
    void aMessageThatComesAgainIsNoArrival() {
        hears(0, 1);

        assertThat(judge.heard(1)).isFalse();
        judge.close(2);

        assertThat(faults).hasToString("0 lost, 1 twice, 0 out of order, 0 astray, 0 refused");
    }

    @Test
    void aMessageThatComesAfterALaterOneIsOutOfOrderAndNotLost() {
        hears(1, 0);
        judge.close(2);

        assertThat(faults).hasToString("0 lost, 0 twice, 1 out of order, 0 astray, 0 refused");
    }
}
