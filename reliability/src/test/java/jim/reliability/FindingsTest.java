package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import jim.reliability.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** One broken part breaks a promise, and what was not attacked does not hold. */
final class FindingsTest {
    private final Findings findings = new Findings();

    @Test
    void aPromiseHoldsWhenEachPartHolds() {
        Verdict verdict =
                findings.part("four").check(true, "%d lost", 0).note("a note").verdict();
        assertThat(verdict).isEqualTo(new Verdict(Outcome.HELD, "four: 0 lost; a note"));
    }

    @Test
    void aPartThatIsBrokenBreaksThePromiseAndIsMarked() {
        Verdict verdict = findings.check(true, "kept")
                .check(false, "%d lost", 3)
                .check(true, "kept")
                .verdict();
        assertThat(verdict).isEqualTo(Verdict.broken("kept; BROKEN: 3 lost; kept"));
        assertThat(verdict.isBroken()).isTrue();
    }

    @Test
    void whatWasNotAttackedIsNotHeld() {
        assertThat(findings.notTried("EIO", "no compiler").verdict())
                .isEqualTo(new Verdict(Outcome.NOT_TRIED, "EIO not tried: no compiler"));
    }

    @Test
    void oneAttackIsEnoughForAVerdict() {
        assertThat(findings.notTried("EIO", "no compiler")
                        .check(true, "kept")
                        .verdict()
                        .outcome())
                .isEqualTo(Outcome.HELD);
    }
}
