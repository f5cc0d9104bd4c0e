package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineLayoutTest {
    private static final LocalDateTime TIME = LocalDate.of(2026, 11, 21).atTime(10, 28, 11, 7_000_000);
    private static final String BEFORE_TEXT = "2026-11-21 10:28:11,007 INFO server ";

    private final LineLayout layout = new LineLayout();

    @Test
    void aLineIsDateTimeLevelModuleMessage() {
        assertThat(layout.toSerializable(LoggedTime.event(TIME, "ready", null)))
                .isEqualTo("2026-11-21 10:28:11,007 INFO server ready\n");
    }

    @Test
    void eachEventHasItsOwnTime() {
        assertThat(line("x")).startsWith("2026-11-21 10:28:11,007 ");
        assertThat(layout.toSerializable(LoggedTime.event(TIME.plusSeconds(1), "x", null)))
                .startsWith("2026-11-21 10:28:12,007 ");
        assertThat(layout.toSerializable(LoggedTime.event(TIME.plusNanos(92_000_000), "x", null)))
                .startsWith("2026-11-21 10:28:11,099 ");
    }

    @Test
    void aTextCannotForgeASecondLine() {
        assertThat(text("hi\r\n2026-11-21 10:28:11,007 INFO server all is well"))
                .isEqualTo("hi\\r\\n2026-11-21 10:28:11,007 INFO server all is well");
    }

    @Test
    void controlInvisibleAndDirectionCharactersAreSpelledOut() {
        assertThat(text("a\u001b[2Jb\u202ec\u200bd\u2028e\u0000f"))
                .isEqualTo("a\\u001b[2Jb\\u202ec\\u200bd\\u2028e\\u0000f");
    }

    @Test
    void lettersOfEveryScriptStayAsTheyAre() {
        assertThat(text("привет, 世界 🙂")).isEqualTo("привет, 世界 🙂");
    }

    @Test
    void nothingIsLookedUpInAMessage() {
        assertThat(text("${jndi:ldap://example.org/a} ${java:version} {} %d"))
                .isEqualTo("${jndi:ldap://example.org/a} ${java:version} {} %d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"s3cret\",\"x\":1} | {\"password\":\"***\",\"x\":1}",
                "{\"password\" : \"s3cret\"}       | {\"password\" : \"***\"}",
                "{\"PassWord\":\"s3cret\"}         | {\"PassWord\":\"***\"}",
                "{\"password\":\"a\\\"s3cret\"} x  | {\"password\":\"***\"} x",
                "{\"password\":\"s3cret            | {\"password\":\"***\"",
                "{\"password\":s3cret,\"x\":1}     | {\"password\":\"***\",\"x\":1}",
                "{\\\"password\\\":\\\"s3cret\\\"} | {\\\"password\\\":\"***\"",
                "\"password\":\"s3cret\" \"password\":\"s3cret\" | \"password\":\"***\" \"password\":\"***\"",
                "the word password alone           | the word password alone",
            })
    void aPasswordInJsonIsMasked(String logged, String expected) {
        assertThat(text(logged)).isEqualTo(expected);
    }

    @Test
    void aPasswordInAnExceptionIsMasked() {
        assertThat(line("caught", new IOException("bad: {\"password\":\"s3cret\"}")))
                .doesNotContain("s3cret");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aLongTextIsCutAndDoesNotExhaustTheStack() {
        String line = line("{\"password\":\"" + "\\\"".repeat(50_000) + "\"}" + "я".repeat(10_000));
        assertThat(line).contains("\"***\"}я").endsWith("... (1826 more)\n");
    }

    @Test
    void anExceptionStandsOnTheSameLineWithTheCallsThatLedToIt() {
        assertThat(line("a client was lost", new IOException("gone\nfor ever")))
                .startsWith(BEFORE_TEXT + "a client was lost: java.io.IOException: gone\\nfor ever [at LineLayoutTest.")
                .endsWith("]\n")
                .hasLineCount(1);
    }

    @Test
    void theCausesOfAnExceptionAreNamed() {
        assertThat(line("x", new UncheckedIOException(new IOException("the disk is full"))))
                .contains(", caused by java.io.IOException: the disk is full [at LineLayoutTest.");
    }

    @Test
    void aCircleOfCausesEnds() {
        IOException outer = new IOException("outer");
        outer.initCause(new IOException("inner", outer));
        assertThat(line("x", outer)).hasLineCount(1);
    }

    private String text(String logged) {
        String line = line(logged);
        assertThat(line).startsWith(BEFORE_TEXT).endsWith("\n");
        return line.substring(BEFORE_TEXT.length(), line.length() - 1);
    }

    private String line(String text) {
        return line(text, null);
    }

    private String line(String text, Throwable thrown) {
        return layout.toSerializable(LoggedTime.event(TIME, text, thrown));
    }
}
