package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for names. Most of their rows stand in the table of wire examples; here is what no presence shows. */
final class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ann", "Z9", "0", "Ёж", "a.b-c_d", "李明", "aaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aGoodNameHasNoProblem(String name) {
        assertThat(Names.problemWithPerson(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "admin",
                "administrator",
                "system",
                "root",
                "all",
                "everyone",
                "everybody",
                "nobody",
                "operator",
                "moderator",
                "support",
                "Root"
            })
    void aReservedNameIsRefused(String name) {
        assertThat(Names.problemWithPerson(name)).contains("a name that is not reserved for the server");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 to 25 characters",
        "aaaaaaaaaaaaaaaaaaaaaaaaaa, 1 to 25 characters",
        "-ann, a letter or digit as its first character",
        "ann!, 'only letters, digits, ''_'', ''-'' and ''.'' (of Latin letters, a to z)'",
        "ann\u0301, 'only letters, digits, ''_'', ''-'' and ''.'' (of Latin letters, a to z)'",
        "а1ñ, 'only letters, digits, ''_'', ''-'' and ''.'' (of Latin letters, a to z)'",
        "annя, letters of one script only"
    })
    void whatIsWrongWithANameIsSaid(String name, String problem) {
        assertThat(Names.problemWithPerson(name)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#java", "#1", "#aaaaaaaaaaaaaaaaaaaaaaaa", "#server"})
    void aGoodRoomHasNoProblem(String room) {
        assertThat(Names.problemWithRoom(room)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java, 'a room, which begins with ''#'''",
        "#, 1 to 24 characters",
        "#aaaaaaaaaaaaaaaaaaaaaaaaa, 1 to 24 characters",
        "##a, a letter or digit as its first character",
        "#all, a room that does not mean everyone",
        "#EVERYONE, a room that does not mean everyone",
        "#everybody, a room that does not mean everyone"
    })
    void whatIsWrongWithARoomIsSaid(String room, String problem) {
        assertThat(Names.problemWithRoom(room)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"Ann, aNN", "ЁЖ, ёж", "ΣΑΣ, σας", "I, i"})
    void spellingsThatDifferInCaseAreOneName(String one, String other) {
        assertThat(Names.key(one)).isEqualTo(Names.key(other));
    }

    @Test
    void differentNamesHaveDifferentKeys() {
        assertThat(Names.key("ann")).isNotEqualTo(Names.key("anna"));
    }

    @Test
    void theKeyOfANameIsInSmallLettersWhateverItBeginsWith() {
        for (char c = 1; c < 256; c++) {
            String name = c + "x1" + c;
            assertThat(Names.key(name)).isEqualTo(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void mostNamesAreTheirOwnKey() {
        String name = "ann_1.b-z";
        assertThat(Names.key(name)).isSameAs(name);
    }

    @Test
    void aRoomBeginsWithAHash() {
        assertThat(Names.isRoom("#java")).isTrue();
        assertThat(Names.isRoom("java#")).isFalse();
    }
}
