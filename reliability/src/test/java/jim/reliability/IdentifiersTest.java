package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The judge of ids sees one that comes twice, one that goes back, and a clock that has not moved. */
final class IdentifiersTest {
    private final Identifiers ids = new Identifiers();

    @Test
    void idsThatGrowAreInOrderAlsoWhenTheyGetLonger() {
        ids.add("e", 1, 0);
        ids.add("f", 2, 0);
        ids.add("10", 3, 0);
        assertThat(ids.isOrdered()).isTrue();
    }

    @Test
    void anIdThatComesTwiceIsSeen() {
        ids.add("a", 1, 0);
        ids.add("a", 2, 0);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void anIdThatGoesBackIsSeen() {
        ids.add("b", 1, 0);
        ids.add("a", 2, 0);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void aPlaceThatIsLeftOutIsSeen() {
        ids.add("a", 1, 0);
        ids.add("b", 3, 0);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void aClockThatHasNotMovedBothWaysWasNoAttack() {
        ids.add("a", 1, -3_600);
        assertThat(ids.sawTheJumps()).isFalse();
        ids.add("b", 2, 3_600);
        assertThat(ids.sawTheJumps()).isTrue();
    }
}
