package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log whose form can be chosen is as safe as the others. */
class LoggerSettingsTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("log/chosen.log");
    }

    @Test
    void theUsualFormIsThatOfTheOtherLogs() throws IOException {
        try (LogFile log = new LoggerSettings("chosen", file()).open()) {
            log.logger().info("ready");
            log.logger().debug("too quiet");
        }
        assertThat(written()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} INFO chosen ready\n");
    }

    @Test
    void nameLevelAndFormAreThoseThatWereChosen() throws IOException {
        try (LogFile log = settings("%c|%p|%m").open()) {
            log.logger().debug("quiet");
            log.logger("part").warn("loud");
            log.logger().trace("too quiet");
        }
        assertThat(written()).isEqualTo("chosen|DEBUG|quiet\nchosen.part|WARN|loud\n");
    }

    @Test
    void severalLogsMayShareAFile() throws IOException {
        try (LogFile other = settings("other: %m").open()) {
            try (LogFile one = settings("one: %m").open()) {
                one.logger().info("1");
                other.logger().info("2");
            }
            other.logger().info("3");
        }
        assertThat(written()).isEqualTo("one: 1\nother: 2\nother: 3\n");
    }

    @Test
    void theScreenHasItsOwnForm() throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
        try (LogFile log = new LoggerSettings("chosen", Level.INFO, file(), "file: %m", "screen: %m").open()) {
            log.logger().info("two\nlines");
        } finally {
            System.setOut(before);
        }
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("screen: two\\nlines" + System.lineSeparator());
        assertThat(written()).isEqualTo("file: two\\nlines\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%m",
                "%msg",
                "%message{ansi}",
                "%m{ ANSI}{Warn=red}",
                "%m{lookups}",
                "%m %ex",
                "%m %xEx{full}",
                "%rEx %m",
                "%d %p %c %t %m %X %marker %K{x}",
                "%replace{%m}{Z}{z}",
                "%maxLen{%m}{1000}",
                "%equals{%m}{x}{y}",
                "[%-200m]"
            })
    void nothingInAMessageBreaksOutWhateverTheForm(String form) throws IOException {
        String harmless = "%m %n ${java:version} ${jndi:ldap://example.org/a} {} @|red x|@";
        try (LogFile log = settings(form).open()) {
            log.logger()
                    .error(
                            harmless + " \r\n\u001b[2J\u2028 {\"password\":\"s3cret\"}",
                            new IOException("gone\n{\"password\":\"s3cret\"}"));
        }
        assertThat(written())
                .contains(harmless + " \\r\\n\\u001b[2J\\u2028 {\"password\":\"***\"}: java.io.IOException: gone\\n")
                .doesNotContain("s3cret")
                .endsWith("\n")
                .hasLineCount(1)
                .matches(text -> text.chars().filter(Character::isISOControl).count() == 1, "one control: its end");
    }

    private LoggerSettings settings(String form) {
        return new LoggerSettings("chosen", Level.DEBUG, file(), form, "");
    }

    private String written() {
        return contentOf(file().toFile());
    }
}
