package jim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that stand in the environment or in a file. */
final class SettingsTest {
    @TempDir
    Path folder;

    private static Usage usage(Map<String, String> environment) {
        return new Usage("serve", "NAME", "Serves.")
                .option("p", "port", "PORT", "where to listen")
                .option(null, "tls-cert", "FILE", "the certificate")
                .option("a", "ip", "ADDR", "where")
                .alias("addr", "ip")
                .flag("v", "verbose", "say more")
                .settings("JIM_", environment);
    }

    private static Arguments with(Map<String, String> environment, String... line) throws Stop {
        return usage(environment).parse(line);
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("serve.properties"), List.of(lines)).toString();
    }

    private static void refused(ThrowingCallable what, String sentence) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(what)
                .withMessage(sentence)
                .matches(stop -> stop.code() == ExitCode.USAGE);
    }

    @Test
    void anOptionMayStandInTheEnvironment() throws Stop {
        Arguments arguments = with(Map.of("JIM_TLS_CERT", " a.pem ", "JIM_VERBOSE", "true", "PORT", "1"));
        assertThat(arguments.text("tls-cert", "")).isEqualTo("a.pem");
        assertThat(arguments.has("verbose")).isTrue();
        assertThat(arguments.has("port")).isFalse();
        assertThat(arguments.ignored()).isEmpty();
    }

    @Test
    void anOptionMayStandInAFile() throws Exception {
        Arguments arguments =
                with(Map.of(), "--config", file("# ours", "port = 7000  ", "tls-cert=ä.pem", "verbose=true"));
        assertThat(arguments.port("port", 7777)).isEqualTo(7000);
        assertThat(arguments.text("tls-cert", "")).isEqualTo("ä.pem");
        assertThat(arguments.has("verbose")).isTrue();
    }

    /** Windows' editors write it. */
    @Test
    void theMarkOfUtf8BeforeAFileIsNoPartOfIt() throws Exception {
        assertThat(with(Map.of(), "--config", file("\uFEFFport=7000")).port("port", 7777))
                .isEqualTo(7000);
        assertThat(with(Map.of(), "--config", file("\uFEFF# ours", "port=7000")).port("port", 7777))
                .isEqualTo(7000);
        assertThat(with(
                                Map.of(),
                                "--config",
                                Files.createFile(folder.resolve("empty")).toString())
                        .has("port"))
                .isFalse();
    }

    @Test
    void theEnvironmentMayNameTheFileAndTheLineAnother() throws Exception {
        String file = file("port=1");
        assertThat(with(Map.of("JIM_CONFIG", file)).port("port", 7777)).isEqualTo(1);
        Path other = Files.writeString(folder.resolve("other"), "port=2");
        assertThat(with(Map.of("JIM_CONFIG", file), "--config", other.toString())
                        .port("port", 7777))
                .isEqualTo(2);
    }

    @Test
    void theLineCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        String file = file("port=1", "tls-cert=file", "ip=file", "verbose=true");
        Map<String, String> environment =
                Map.of("JIM_PORT", "2", "JIM_TLS_CERT", "environment", "JIM_VERBOSE", "false");
        Arguments arguments = with(environment, "--config", file, "-p", "3");
        assertThat(arguments.port("port", 7777)).isEqualTo(3);
        assertThat(arguments.text("tls-cert", "")).isEqualTo("environment");
        assertThat(arguments.text("ip", "")).isEqualTo("file");
        assertThat(arguments.has("verbose")).isFalse();
        assertThat(with(environment, "-v").has("verbose")).isTrue();
    }

    @Test
    void anotherNameOfAnOptionMeansTheSameOption() throws Exception {
        assertThat(with(Map.of("JIM_ADDR", "a")).text("ip", "")).isEqualTo("a");
        assertThat(with(Map.of("JIM_IP", "a"), "--addr", "b").text("ip", "")).isEqualTo("b");
        assertThat(with(Map.of(), "--addr", "b", "-a", "c").text("ip", "")).isEqualTo("c");
        refused(
                () -> with(Map.of("JIM_ADDR", "a", "JIM_IP", "b")),
                "JIM_ADDR and JIM_IP are the same option: take one of them away.");
    }

    @Test
    void whatIsWrongIsCalledByThePlaceWhereItStands() throws Exception {
        String file = file("port=x", "tls-cert=");
        refused(
                () -> with(Map.of("JIM_PORT", "x")).port("port", 1),
                "JIM_PORT must be a number from 0 to 65535, not 'x'.");
        refused(
                () -> with(Map.of("JIM_PORT", "1,x")).ports("port", List.of()),
                "JIM_PORT must be a number from 0 to 65535, not 'x'.");
        refused(
                () -> with(Map.of("JIM_IP", "x")).oneOf("ip", List.of("on", "off")),
                "JIM_IP must be on or off, not 'x'.");
        refused(() -> with(Map.of("JIM_VERBOSE", "yes")), "JIM_VERBOSE must be true or false, not 'yes'.");
        refused(() -> with(Map.of(), "--ip", ""), "--ip is empty: give it a value, or take it away.");
        refused(() -> with(Map.of(), "--addr= "), "--addr is empty: give it a value, or take it away.");
        refused(() -> with(Map.of("JIM_IP", " ")), "JIM_IP is empty: give it a value, or take it away.");
        refused(
                () -> with(Map.of(), "--config", file),
                "'tls-cert' in " + file + " is empty: give it a value, or take it away.");
        String other = file("port=x");
        refused(
                () -> with(Map.of(), "--config", other).port("port", 1),
                "'port' in " + other + " must be a number from 0 to 65535, not 'x'.");
        assertThat(with(Map.of(), "-p", "1").named("port")).isEqualTo("--port");
        assertThat(with(Map.of()).named("port")).isEqualTo("--port");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot=1 | unknown option 'prot' in FILE, did you mean 'port'?",
                "--port=1 | unknown option '--port' in FILE, did you mean 'port'?",
                "tls_cert=a | unknown option 'tls_cert' in FILE, did you mean 'tls-cert'?",
                "p=1 | unknown option 'p' in FILE, did you mean 'port'?",
                "z=1 | unknown option 'z' in FILE.",
                "dance=1 | unknown option 'dance' in FILE.",
                "help=true | unknown option 'help' in FILE.",
                "config=a | unknown option 'config' in FILE."
            })
    void everyLineOfTheFileMustBeKnown(String line, String sentence) throws Exception {
        String file = file(line);
        refused(
                () -> with(Map.of(), "--config", file),
                sentence.replace("FILE", file)
                        + "\nIn the file stand the long names of options, without dashes, one a line: port=7777");
    }

    @ParameterizedTest
    @CsvSource({"JIM_PROT, PORT", "JIM_TLSCERT, TLS_CERT", "JIM_port, PORT", "JIM_CONFG, CONFIG"})
    void aVariableThatIsNearlyOursIsAMistake(String variable, String meant) {
        refused(
                () -> with(Map.of(variable, "1")),
                "unknown variable " + variable + ", did you mean 'JIM_" + meant
                        + "'?\nRename it, or take it out of the environment: unset " + variable);
    }

    @Test
    void aVariableThatIsLikeNoneOfOursIsToldAndIgnored() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = Program.run(
                usage(Map.of("JIM_BUILD_NUMBER", "12", "JIM_VERSION", "3", "OTHER", "1")),
                new String[0],
                arguments -> {},
                System.out,
                new PrintStream(err, true, UTF_8));
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "JIM_BUILD_NUMBER in the environment is no option here, and is ignored.",
                        "JIM_VERSION in the environment is no option here, and is ignored.");
    }

    @Test
    void ofAVariableThatIsKnownToBeAnothersNothingIsSaid() throws Stop {
        Map<String, String> environment = Map.of("JIM_CACHE", "a", "JIM_PORTS", "1", "JIM_PORT", "2");
        Arguments arguments =
                usage(environment).notOurs("JIM_CACHE", "JIM_PORTS").parse();
        assertThat(arguments.ignored()).isEmpty();
        assertThat(arguments.port("port", 7777)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void whoAsksForHelpGetsItWhateverElseIsWrong(String option) throws Stop {
        assertThat(with(Map.of("JIM_PROT", "1", "JIM_VERBOSE", "x"), "--ip", "", option)
                        .has(option.substring(2)))
                .isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsToldWithItsReason() throws Exception {
        String missing = folder.resolve("missing").toString();
        refused(
                () -> with(Map.of(), "--config", missing),
                "cannot read the file " + missing + " that --config names: there is none.\n"
                        + "Name another with --config, or leave it out.");
        refused(
                () -> with(Map.of("JIM_CONFIG", folder.toString())),
                "cannot read the file " + folder + " that JIM_CONFIG names: it is a folder.\n"
                        + "Name another with JIM_CONFIG, or leave it out.");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'i', 'p', '=', (byte) 0xE4, '\n'});
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> with(Map.of(), "--config", latin.toString()))
                .withMessageContaining(": it is not in UTF-8.");
        String broken = file("ip=\\u12");
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> with(Map.of(), "--config", broken))
                .withMessageStartingWith("cannot read the file " + broken + ": behind \\u stand four digits");
    }

    @Test
    void aLineThatStandsTwiceIsRefused() throws Exception {
        String file = file("port=1", "port=2");
        refused(() -> with(Map.of(), "--config", file), "'port' stands twice in " + file + ": take one of them away.");
    }

    @Test
    void aSmallerProgramTakesWhatItKnowsFromTheSettingsOfTheWhole() throws Exception {
        Usage whole = usage(Map.of("JIM_PORT", "1", "JIM_TLS_CERT", "a.pem"));
        Usage small = new Usage("list", "", "Lists.")
                .option(null, "tls-cert", "FILE", "x")
                .settingsOf(whole);
        Arguments arguments = small.parse("--config", file("verbose=true"));
        assertThat(arguments.text("tls-cert", "")).isEqualTo("a.pem");
        assertThat(arguments.has("port")).isFalse();
        assertThat(arguments.has("verbose")).isFalse();
    }

    @Test
    void theHelpSaysHowToUseThem() {
        assertThat(usage(Map.of()).help())
                .contains("    --config FILE    a file with options, one a line\n")
                .endsWith("""

                        Each option may also stand in the environment, as JIM_PORT, or in the file that --config or JIM_CONFIG
                        names, as port=PORT; a flag is true or false there. The command line counts before the
                        environment, and the environment before the file.
                        """);
    }
}
