package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import jim.reliability.Ledger.Balance;
import jim.reliability.Ledger.Way;
import org.junit.jupiter.api.Test;

/** The judge of what was acknowledged and what was heard sees each fault that it is there for. */
final class LedgerTest {
    private static final Way ANN_TO_BOB = new Way("ann", "bob");

    private final Ledger ledger = new Ledger();

    private LedgerTest acknowledged(int... numbers) {
        for (int number : numbers) {
            ledger.acknowledged(ANN_TO_BOB, number);
        }
        return this;
    }

    private Balance heard(int... numbers) {
        for (int number : numbers) {
            ledger.heard(ANN_TO_BOB, "id" + number, number);
        }
        return ledger.balance();
    }

    @Test
    void whatWasHeardOnceAndInOrderIsEven() {
        assertThat(acknowledged(1, 2, 3).heard(1, 2, 3).isEven()).isTrue();
    }

    @Test
    void whatWasAcknowledgedAndNotHeardIsLost() {
        Balance balance = acknowledged(1, 2, 3).heard(1, 3);
        assertThat(balance.lost()).isEqualTo(1);
        assertThat(balance.isEven()).isFalse();
    }

    @Test
    void whatWasHeardUnderTwoIdsIsDuplicated() {
        ledger.heard(ANN_TO_BOB, "another", 2);
        Balance balance = acknowledged(1, 2).heard(1, 2);
        assertThat(balance.duplicated()).isEqualTo(1);
        assertThat(balance.isEven()).isFalse();
    }

    @Test
    void whatComesAgainUnderItsIdIsNot() {
        acknowledged(1, 2).heard(1, 2);
        assertThat(heard(1, 2).isEven()).isTrue();
    }

    @Test
    void whatWasHeardBeforeAnEarlierOneIsReordered() {
        Balance balance = acknowledged(1, 2, 3).heard(1, 3, 2);
        assertThat(balance.reordered()).isEqualTo(1);
        assertThat(balance.isEven()).isFalse();
    }

    @Test
    void theOrderCountsBetweenTwoPeopleAlone() {
        heard(2);
        ledger.heard(new Way("ann", "eve"), "id1", 1);
        assertThat(ledger.balance().isEven()).isTrue();
    }

    @Test
    void whatWasNeverAcknowledgedMayBeHeard() {
        assertThat(heard(1, 2).isEven()).isTrue();
    }
}
