package jim.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exercises of a first course, each at the edges where a first solution breaks. */
final class ExercisesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min 0 s",
        "3599, 59 min 59 s",
        "3600, 1 h 0 min 0 s",
        "86399, 23 h 59 min 59 s",
        "86400, 1 d 0 h 0 min 0 s",
        "400153, 4 d 15 h 9 min 13 s",
        "9223372036854775807, 106751991167300 d 15 h 30 min 7 s"
    })
    void anIntervalBeginsWithItsLargestUnit(long seconds, String words) {
        assertThat(Intervals.inWords(seconds)).isEqualTo(words);
    }

    @Test
    void noIntervalIsBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Intervals.inWords(-1))
                .withMessage("an interval cannot be below zero: -1");
    }

    @ParameterizedTest
    @CsvSource({
        "0, процентов", "1, процент", "2, процента", "4, процента", "5, процентов", "10, процентов",
        "11, процентов", "12, процентов", "14, процентов", "15, процентов", "20, процентов", "21, процент",
        "22, процента", "25, процентов", "100, процентов", "101, процент", "111, процентов", "112, процентов",
        "1014, процентов", "-1, процент", "-11, процентов", "-9223372036854775808, процентов"
    })
    void theWordGoesWithItsNumber(long number, String word) {
        assertThat(Percent.of(number)).isEqualTo(number + " " + word);
    }

    @ParameterizedTest
    @CsvSource({"zero, ноль", "one, один", "ten, десять", "One, Один", "EIGHT, Восемь"})
    void aNumeralKeepsItsCapital(String english, String russian) {
        assertThat(Numerals.inRussian(english)).contains(russian);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleven", "один", "1", "", " one"})
    void aWordThatIsNotKnownIsNotTranslated(String word) {
        assertThat(Numerals.inRussian(word)).isEmpty();
    }

    @Test
    void namesStandUnderTheirFirstLetters() {
        assertThat(Thesaurus.of(List.of("Иван", "Мария", "Пётр", "Илья")))
                .containsExactly(
                        entry("И", List.of("Иван", "Илья")), entry("М", List.of("Мария")), entry("П", List.of("Пётр")));
    }

    @Test
    void caseAndSpacesMakeNoNewLetter() {
        assertThat(Thesaurus.of(List.of("bob", " Ann", "ada"))).containsOnlyKeys("A", "B");
    }

    @Test
    void aLetterOfTwoCharsIsOneLetter() {
        assertThat(Thesaurus.of(List.of("\ud800\udf30x"))).containsOnlyKeys("\ud800\udf30");
    }

    @Test
    void anEmptyNameIsLeftOut() {
        assertThat(Thesaurus.of(List.of("", " "))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann, example.org",
        "ann.lee+chat@mail.example-site.co, ann.lee+chat, mail.example-site.co",
        "a@b.io, a, b.io"
    })
    void anAddressIsAUserAndADomain(String text, String user, String domain) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new EmailAddress(user, domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.org",
                "ann@",
                "ann@example",
                "ann@.org",
                "ann@example.",
                "ann@exa mple.org",
                "ann@@example.org",
                ".ann@example.org",
                "ann..lee@example.org",
                "ann@-example.org",
                "ann@example-.org",
                "ann@example.o",
                "ann@example.org ",
                "ann@example.org\n"
            })
    void anythingElseIsRefusedWithItsText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse(text))
                .withMessageStartingWith("'" + text + "' is no e-mail address");
    }
}
