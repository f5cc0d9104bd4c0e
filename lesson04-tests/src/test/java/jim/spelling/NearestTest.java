package jim.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "port, a word itself",
        "prot, two letters swapped",
        "pot, a letter left out",
        "poort, a letter too many",
        "part, a letter changed",
        "PORT, another case",
        "sport, a letter in front",
        "por, the last letter missing"
    })
    void oneSlipIsFound(String word, String slip) {
        assertThat(Nearest.to(word, List.of("port"))).as(slip).contains("port");
    }

    @ParameterizedTest
    @CsvSource({"ptro", "pq", "p", "''", "harbour"})
    void tooManySlipsAreAnotherWord(String word) {
        assertThat(Nearest.to(word, List.of("port"))).isEmpty();
    }

    @Test
    void aLongWordMayHaveASlipForEachThreeLetters() {
        assertThat(Nearest.to("autenticat", List.of("authenticate"))).contains("authenticate");
        assertThat(Nearest.to("abcdef", List.of("abcdxy"))).contains("abcdxy");
        assertThat(Nearest.to("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(Nearest.to("abcde", List.of("abcxy"))).isEmpty();
    }

    @Test
    void theNearestOfManyIsTaken() {
        assertThat(Nearest.to("levae", List.of("level", "leave", "lever"))).contains("leave");
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertThat(Nearest.to("bat", List.of("cat", "bad", "hat"))).contains("bad");
    }

    @Test
    void aSwapIsOneSlipOnlyForNeighbours() {
        assertThat(Nearest.to("tab", List.of("bat"))).isEmpty();
        assertThat(Nearest.to("ba", List.of("ab"))).contains("ab");
        assertThat(Nearest.to("xyab", List.of("xyba"))).contains("xyba");
    }

    @Test
    void ofNothingNothingIsNear() {
        assertThat(Nearest.to("port", List.of())).isEmpty();
    }

    @Test
    void aHintAsksForTheNearWordOrSaysSomethingElse() {
        assertThat(Nearest.hint("pord", List.of("port", "name"), ".")).isEqualTo(", did you mean 'port'?");
        assertThat(Nearest.hint("zebra", List.of("port", "name"), ".")).isEqualTo(".");
    }
}
