package jim.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A seed is all that is needed to send the same frames again. */
final class MutantTest {
    private static List<String> mutants(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new String(Mutant.next(random), ISO_8859_1))
                .limit(200)
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameMutants() {
        assertThat(mutants(7)).isEqualTo(mutants(7)).isNotEqualTo(mutants(8));
    }

    @Test
    void theyAreManyAndNotAlike() {
        assertThat(mutants(7).stream().distinct().count()).isGreaterThan(150);
    }
}
