package jim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTest {
    private final Usage usage = new Usage("serve", "ADDR [PORT]", "Serves.")
            .option("p", "port", "PORT", "where to listen")
            .option(null, "limit", "N", "how many")
            .option("x", null, "X", "a short one")
            .flag("v", "verbose", "say more")
            .example("serve localhost");

    @Test
    void optionsAreFoundByBothOfTheirNames() throws Stop {
        assertThat(usage.parse("-p", "1").text("port", "")).isEqualTo("1");
        assertThat(usage.parse("--port", "1").text("port", "")).isEqualTo("1");
        assertThat(usage.parse("--port=1").text("port", "")).isEqualTo("1");
        assertThat(usage.parse("-v").has("verbose")).isTrue();
        assertThat(usage.parse().has("verbose")).isFalse();
    }

    /** As in {@code --port "$PORT"}, when that variable is not set. */
    @Test
    void anOptionThatIsEmptyIsRefused() {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--port", ""))
                .withMessage("--port is empty: give it a value, or take it away.")
                .matches(stop -> stop.code() == ExitCode.USAGE);
    }

    @Test
    void theLastOfTwoValuesCounts() throws Stop {
        assertThat(usage.parse("-p", "1", "--port", "2").text("port", "")).isEqualTo("2");
    }

    @Test
    void anOptionThatIsNotThereHasItsDefault() throws Stop {
        assertThat(usage.parse().text("port", "7777")).isEqualTo("7777");
        assertThat(usage.parse().port("port", 7777)).isEqualTo(7777);
        assertThat(usage.parse().number("limit", 5, 1, 9)).isEqualTo(5);
    }

    @Test
    void anOptionMayBeOneOfAFewWords() throws Stop {
        List<String> words = List.of("on", "off");
        assertThat(usage.parse("--limit", "off").oneOf("limit", words)).isEqualTo("off");
        assertThat(usage.parse().oneOf("limit", words)).isEqualTo("on");
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--limit", "of").oneOf("limit", words))
                .withMessage("--limit must be on or off, not 'of'.");
    }

    @Test
    void argumentsStandBetweenOptions() throws Stop {
        Arguments arguments = usage.parse("localhost", "-v", "7778");
        assertThat(arguments.positional()).containsExactly("localhost", "7778");
        assertThat(arguments.positional(0, "")).isEqualTo("localhost");
        assertThat(arguments.positional(2, "none")).isEqualTo("none");
        assertThat(arguments.positionalPort(1, 7777)).isEqualTo(7778);
        assertThat(arguments.positionalPort(2, 7777)).isEqualTo(7777);
    }

    @Test
    void anOptionMayHaveSeveralPorts() throws Stop {
        assertThat(usage.parse("--port=1,0,65535").ports("port", List.of())).containsExactly(1, 0, 65_535);
        assertThat(usage.parse().ports("port", List.of(1, 2))).containsExactly(1, 2);
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--port=1,").ports("port", List.of()))
                .withMessage("--port must be a number from 0 to 65535, not ''.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--prot 1 | unknown option '--prot', did you mean '--port'?",
                "--vrebose=1 | unknown option '--vrebose=1', did you mean '--verbose'?",
                "--dance | unknown option '--dance'.",
                "-z | unknown option '-z'.",
                "--verb | unknown option '--verb'.",
                "--port | option -p needs a value: PORT.",
                "--limit | option --limit needs a value: N.",
                "-x | option -x needs a value: X.",
                "a b c | 'c' is one argument too many."
            })
    void whatIsNotUnderstoodIsNamed(String line, String sentence) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse(line.split(" ")))
                .withMessage(sentence + "\nSee: serve --help")
                .matches(stop -> stop.code() == ExitCode.USAGE);
    }

    @Test
    void aValueForAFlagIsRefused() {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--verbose=1"))
                .withMessageEndingWith("\nSee: serve --help");
    }

    @Test
    void aProgramWithoutArgumentsTakesNone() {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> new Usage("serve", "", "Serves.").parse("x"))
                .withMessageStartingWith("'x' is one argument too many.");
    }

    @ParameterizedTest
    @CsvSource({"0", "65535"})
    void aPortToListenOnMayBeFrom0(int port) throws Stop {
        assertThat(usage.parse("-p", String.valueOf(port)).port("port", 7777)).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536", "http", "1e3"})
    void noOtherPortIsTaken(String port) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--port=" + port).port("port", 7777))
                .withMessage("--port must be a number from 0 to 65535, not '" + port + "'.");
    }

    @Test
    void aPortToConnectToIsFrom1() throws Stop {
        assertThat(usage.parse("a", "1").positionalPort(1, 7777)).isEqualTo(1);
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("a", "0").positionalPort(1, 7777))
                .withMessage("PORT must be a number from 1 to 65535, not '0'.");
    }

    @Test
    void aNumberKeepsToItsBounds() throws Stop {
        assertThat(usage.parse("--limit", "1").number("limit", 5, 1, 9)).isEqualTo(1);
        assertThat(usage.parse("--limit", "9").number("limit", 5, 1, 9)).isEqualTo(9);
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> usage.parse("--limit", "10").number("limit", 5, 1, 9))
                .withMessage("--limit must be a number from 1 to 9, not '10'.");
    }

    @Test
    void theHelpShowsEveryOptionAndAnExample() {
        assertThat(usage.help()).isEqualTo("""
                        Serves.

                        Usage: serve ADDR [PORT] [OPTION]...

                        Options:
                          -h, --help       print this page and exit
                              --version    print the version and exit
                          -p, --port PORT  where to listen
                              --limit N    how many
                          -x X             a short one
                          -v, --verbose    say more

                        Examples:
                          serve localhost
                        """);
    }

    @Test
    void theHelpOfASmallProgramIsShort() {
        assertThat(new Usage("serve", "", "Serves.").help()).isEqualTo("""
                        Serves.

                        Usage: serve [OPTION]...

                        Options:
                          -h, --help     print this page and exit
                              --version  print the version and exit
                        """);
    }

    @Test
    void lettersThatTheLocaleHasLostAreToldWithTheWayToKeepThem() {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> new Usage("chat", "NAME", "Chats.").parse("\uFFFD\uFFFD"))
                .withMessageContaining("lost on the way here")
                .withMessageEndingWith(": LC_ALL=C.UTF-8 chat");
    }
}
