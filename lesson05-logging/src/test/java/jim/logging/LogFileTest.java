package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory;

    @Test
    void theDirectoryLogIsMadeWhereItIsMissing() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory.resolve("new"))) {
            log.logger().info("ready");
        }
        assertThat(contentOf(directory.resolve("new/log/server.log").toFile()))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} INFO server ready\n");
    }

    @Test
    void aLineIsInTheFileBeforeTheCallReturns() throws IOException {
        try (LogFile log = ClientLogConfig.open(directory)) {
            log.logger().info("ready");
            assertThat(clientLog()).endsWith(" INFO client ready\n");
        }
    }

    @Test
    void aPartsLoggerWritesToTheSameFileUnderItsOwnName() throws IOException {
        try (LogFile log = ClientLogConfig.open(directory)) {
            log.logger("session").warn("slow");
        }
        assertThat(clientLog()).contains(" WARN client.session slow\n");
    }

    @Test
    void twoLogsInOneProgramDoNotMeet() throws IOException {
        try (LogFile one = ClientLogConfig.open(directory);
                LogFile other = ClientLogConfig.open(directory.resolve("other"))) {
            one.logger().info("one");
            other.logger().info("other");
        }
        assertThat(clientLog()).contains("one").doesNotContain("other");
    }

    @Test
    void afterCloseNothingIsLoggedAndNothingFails() throws IOException {
        LogFile log = ClientLogConfig.open(directory);
        log.close();
        log.logger().info("too late");
        assertThat(clientLog()).isEmpty();
    }

    @Test
    void bracesInATextAreNoPlaceholders() throws IOException {
        try (LogFile log = ClientLogConfig.open(directory)) {
            new LogJournal(log.logger()).note("{} and ${jndi:ldap://example.org/a}");
            new LogJournal(log.logger()).caught("{} was lost", new IOException("{}"));
        }
        assertThat(clientLog())
                .contains(" INFO client {} and ${jndi:ldap://example.org/a}\n")
                .contains(" WARN client {} was lost: java.io.IOException: {} [at ");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInASentence() throws IOException {
        Files.writeString(directory.resolve("log"), "a file where the directory should be");
        assertThatThrownBy(() -> ServerLogConfig.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("cannot write the log .*server\\.log: 'log' is no directory\\.");
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsSaidInASentence() throws IOException {
        Files.createDirectories(directory.resolve("log/client.log"));
        assertThatThrownBy(() -> ClientLogConfig.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("cannot write the log .*client\\.log: Is a directory\\.");
    }

    @Test
    void aProgramGoesOnWithoutALogAndSaysSoOnce() throws IOException {
        Files.writeString(directory.resolve("log"), "");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (LogFile log = LogFile.orNone(() -> ServerLogConfig.open(directory), err)) {
            log.logger().fatal("dropped");
            log.logger("session").fatal("dropped");
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("cannot write the log ")
                .endsWith("\nGoing on without a log.\n".replace("\n", System.lineSeparator()))
                .hasLineCount(2);
    }

    private String clientLog() {
        return contentOf(directory.resolve("log/client.log").toFile());
    }
}
