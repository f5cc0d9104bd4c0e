package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The judge of ids sees one that comes twice, one that goes back, and a clock that has not moved. */
final class IdentifiersTest {
    private final Identifiers ids = new Identifiers();

    @Test
    void idsThatGrowAreInOrderAlsoWhenTheyGetLonger() {
        ids.add("e", 1, Duration.ZERO);
        ids.add("f", 2, Duration.ZERO);
        ids.add("10", 3, Duration.ZERO);
        assertThat(ids.isOrdered()).isTrue();
    }

    @Test
    void anIdThatComesTwiceIsSeen() {
        ids.add("a", 1, Duration.ZERO);
        ids.add("a", 2, Duration.ZERO);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void anIdThatGoesBackIsSeen() {
        ids.add("b", 1, Duration.ZERO);
        ids.add("a", 2, Duration.ZERO);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void aPlaceThatIsLeftOutIsSeen() {
        ids.add("a", 1, Duration.ZERO);
        ids.add("b", 3, Duration.ZERO);
        assertThat(ids.isOrdered()).isFalse();
    }

    @Test
    void aClockThatHasNotMovedBothWaysWasNoAttack() {
        ids.add("a", 1, Duration.ofHours(-1));
        assertThat(ids.sawTheJumps()).isFalse();
        ids.add("b", 2, Duration.ofHours(1));
        assertThat(ids.sawTheJumps()).isTrue();
    }
}
