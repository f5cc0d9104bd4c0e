package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jim.cli.ExitCode;
import jim.cli.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
    private static Options options(String... line) throws Stop {
        return Options.of(Options.usage().parse(line));
    }

    @Test
    void threeClientsAreTheDefault() throws Stop {
        Options options = options();
        assertThat(options.clients()).containsExactly("alice", "bob", "carol");
        assertThat(options.port()).isEmpty();
        assertThat(options.script()).isEmpty();
    }

    @Test
    void afterTheFourthNameTheyAreNumbered() throws Stop {
        assertThat(options("--clients", "6").clients())
                .containsExactly("alice", "bob", "carol", "dave", "user5", "user6");
        assertThat(options("--clients", "50").clients()).hasSize(50).endsWith("user50");
    }

    @Test
    void namesAloneSayHowMany() throws Stop {
        assertThat(options("--names", "ann, Ben").clients()).containsExactly("ann", "Ben");
    }

    @Test
    void theOtherOptionsAreRead() throws Stop {
        Options options = options("-p", "0", "--script", "a.script", "--brief");
        assertThat(options.port()).contains(0);
        assertThat(options.script()).contains(Path.of("a.script"));
        assertThat(options.brief()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            --clients 0            | --clients must be a number from 1 to 50, not '0'
            --clients 51           | from 1 to 50
            --clients 3 --names a,b| --clients 3 and 2 names
            --names a,,b           | '' cannot be a client's name
            --names a,b!           | 'b!' cannot be a client's name, expected only letters
            --names a,server       | 'server' cannot be a client's name
            --names a,launcher     | the name 'launcher' is taken
            --names ann,ANN        | the name 'ANN' is taken
            --port 65536           | --port must be a number from 0 to 65535
            --brief                | --brief goes with --script FILE
            --cleints 3            | did you mean '--clients'?
            alice                  | 'alice' is one argument too many
            """)
    void whatCannotBeDoneIsRefusedWithASentence(String line, String sentence) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> options(line.split(" ")))
                .withMessageContaining(sentence)
                .satisfies(stop -> assertThat(stop.code()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void fiftyOneNamesAreTooMany() {
        String names = IntStream.rangeClosed(1, 51).mapToObj(n -> "n" + n).collect(Collectors.joining(","));
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> options("--names", names))
                .withMessageContaining("51 clients are too many");
    }
}
