package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jim.testkit.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only whole programs can show: what they print, and what they do to a file that they share. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LogProcessesTest {
    private static final int CLIENTS = 3;
    private static final int LINES = 300;

    @TempDir
    Path directory;

    /** A client that only logs. Its lines are as long as lines can be, so that a line in two writes would be seen. */
    public static final class Chatterbox {
        private Chatterbox() {}

        public static void main(String[] line) throws IOException {
            String text = String.valueOf((char) ('\u4e00' + Integer.parseInt(line[0])))
                    .repeat(8_000);
            try (LogFile log = ClientLogConfig.open(Path.of(""))) {
                for (int i = 0; i < LINES; i++) {
                    log.logger().info(text);
                }
            }
        }
    }

    @Test
    void theLinesOfSeveralClientsDoNotMix() throws Exception {
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(start(Chatterbox.class, String.valueOf(i)));
        }
        for (Process client : clients) {
            assertThat(client.waitFor()).isZero();
        }
        assertThat(Files.readAllLines(directory.resolve("log/client.log")))
                .hasSize(CLIENTS * LINES)
                .allSatisfy(line -> assertThat(line.substring(24)).matches("INFO client ([\u4e00-\u4e02])\\1{7999}"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void aClientWithoutAServerPrintsItsTwoLinesAlone() throws Exception {
        assertThat(start(LoggedPair.class, "client", "localhost", "1").waitFor())
                .isEqualTo(3);
        assertThat(printed()).startsWith("no server answers at localhost:1").hasLineCount(2);
        assertThat(contentOf(directory.resolve("log/client.log").toFile())).contains(" WARN client no answer: ");
    }

    @Test
    void aClientThatCannotWriteItsLogSaysSoAndGoesOn() throws Exception {
        Files.writeString(directory.resolve("log"), "");
        assertThat(start(LoggedPair.class, "client", "localhost", "1").waitFor())
                .isEqualTo(3);
        assertThat(printed())
                .startsWith("cannot write the log ")
                .contains("Going on without a log.")
                .contains("no server answers at localhost:1")
                .hasLineCount(4);
    }

    private Process start(Class<?> program, String... line) throws IOException {
        return ChildJvm.of(program, line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(screen().toFile()))
                .start();
    }

    private Path screen() {
        return directory.resolve("screen");
    }

    private String printed() {
        return contentOf(screen().toFile());
    }
}
