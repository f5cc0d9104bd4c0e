package jim.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import jim.decorators.LoggingProxy;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the lines of a server and of its handlers go. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HandlerLogsTest {
    @TempDir
    Path directory;

    private final Properties properties = new Properties();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theServerAndItsHandlersShareAFileUnderTheirOwnNames() {
        try (HandlerLogs logs = open()) {
            logs.server().info("ready");
            logs.of(7).info("seven");
            logs.of(8).debug("too quiet");
            logs.of(99).info("no handler");
        }
        assertThat(written("all.log"))
                .containsExactly("INFO handlers ready", "INFO handlers.7 seven", "INFO handlers no handler");
    }

    @Test
    void aHandlerHasItsOwnFileNameLevelAndFormat() {
        set("logger.7.path", directory.resolve("seven.log").toString());
        set("logger.7.name", "seven");
        set("logger.7.level", "DEBUG");
        set("logger.7.format.file", "%c|%p|%m");
        try (HandlerLogs logs = open()) {
            logs.of(7).debug("quiet");
            logs.of(8).info("eight");
        }
        assertThat(written("seven.log")).containsExactly("seven|DEBUG|quiet");
        assertThat(written("all.log")).containsExactly("INFO handlers.8 eight");
    }

    @Test
    void aHandlerMaySpeakOnTheScreenToo() {
        set("logger.7.format.console", "screen: %m");
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(screen, true, UTF_8));
        try (HandlerLogs logs = open()) {
            logs.of(7).info("seven");
            logs.of(8).info("eight");
        } finally {
            System.setOut(before);
        }
        assertThat(screen.toString(UTF_8)).isEqualTo("screen: seven" + System.lineSeparator());
        assertThat(written("all.log")).hasSize(2);
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidAndDoneWithout() throws IOException {
        Files.writeString(directory.resolve("file"), "");
        set("logger.7.path", directory.resolve("file/seven.log").toString());
        try (HandlerLogs logs = open()) {
            logs.of(7).error("dropped");
            logs.of(8).info("eight");
        }
        assertThat(err.toString(UTF_8)).startsWith("cannot write the log ").contains("Going on without a log.");
        assertThat(written("all.log")).containsExactly("INFO handlers.8 eight");
    }

    @Test
    void aServerLogsWhoCameAndWhatFailedUnderTheHandlersName() throws IOException {
        try (HandlerLogs logs = open()) {
            Dispatcher<Integer, RequestHandler> table = Dispatcher.of(HandlersMain.COMMANDS, new CourseHandlers())
                    .decorated((command, handler) ->
                            LoggingProxy.ofEveryMethod(RequestHandler.class, handler, logs.of(command)));
            try (LiveServer server = LiveServer.of(table, LiveServer.PATIENT, logs);
                    ScriptedPeer client = server.connect()) {
                client.send("{'cmdid':10003,'params':{'password':'s3cret'}}\n").endOutput();
                assertThat(LiveServer.answer(client).code()).isEqualTo(500);
                client.awaitEnd();
            }
        }
        List<String> lines = written("all.log");
        assertThat(lines).anyMatch(line -> line.matches("INFO handlers listening on .*"));
        assertThat(lines).anyMatch(line -> line.matches("INFO handlers 127\\.0\\.0\\.1:\\d+ connected"));
        assertThat(lines).anyMatch(line -> line.matches("INFO handlers 127\\.0\\.0\\.1:\\d+ left"));
        assertThat(lines)
                .anyMatch(
                        line -> line.matches(
                                "INFO handlers.10003 handle\\(Request\\[10003 from .*, 46 bytes]\\)"
                                        + " called from .* threw java.lang.IllegalStateException: command 10003 always fails in .* ms"));
        assertThat(lines)
                .anyMatch(line -> line.matches("ERROR handlers.10003 Request\\[10003 from .*] failed: "
                        + "java.lang.IllegalStateException: command 10003 always fails .*"));
        assertThat(lines).contains("INFO handlers stopped").noneMatch(line -> line.contains("s3cret"));
    }

    private HandlerLogs open() {
        set("logger.path", directory.resolve("all.log").toString());
        set("logger.format.file", "%p %c %m");
        return HandlerLogs.open(new LogSettings(properties), List.of(7, 8, 10_003), new PrintStream(err, true, UTF_8));
    }

    private void set(String key, String value) {
        properties.putIfAbsent(key, value);
    }

    private List<String> written(String file) {
        return contentOf(directory.resolve(file).toFile()).lines().toList();
    }
}
