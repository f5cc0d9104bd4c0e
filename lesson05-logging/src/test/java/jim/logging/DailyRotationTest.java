package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day begins for the file when it is made, so the first day of these tests is today; the next ones come at once. */
class DailyRotationTest {
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
    private final LocalDate tomorrow = today.plusDays(1);

    @TempDir
    Path directory;

    @Test
    void theFirstEventAfterMidnightBeginsANewFile() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(23, 59, 59, 999_000_000), "the last one");
            LoggedTime.log(log, tomorrow.atStartOfDay(), "the first one");
            LoggedTime.log(log, tomorrow.atTime(23, 59), "one more");
        }
        assertThat(files()).containsExactly("server.log", "server.log." + today);
        assertThat(finished(today)).hasContent(today + " 23:59:59,999 INFO server the last one");
        assertThat(contentOf(current().toFile()).lines())
                .containsExactly(
                        tomorrow + " 00:00:00,000 INFO server the first one",
                        tomorrow + " 23:59:00,000 INFO server one more");
    }

    @Test
    void eachDayGoesToAFileOfItsOwn() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory)) {
            for (int day = 0; day < 4; day++) {
                LoggedTime.log(log, today.plusDays(day).atTime(12, 0), "day " + day);
            }
        }
        assertThat(files())
                .containsExactly(
                        "server.log",
                        "server.log." + today,
                        "server.log." + tomorrow,
                        "server.log." + today.plusDays(2));
        assertThat(contentOf(finished(tomorrow).toFile())).contains("day 1").hasLineCount(1);
    }

    @Test
    void aServerStartedOntoYesterdaysFileMovesItAway() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(9, 0), "before the weekend");
        }
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.plusDays(3).atTime(9, 0), "after the weekend");
        }
        assertThat(contentOf(finished(today).toFile())).contains("before").doesNotContain("after");
        assertThat(contentOf(current().toFile())).contains("after").doesNotContain("before");
    }

    @Test
    void aServerStartedAgainTheSameDayGoesOnInTheSameFile() throws IOException {
        for (String text : List.of("one", "two")) {
            try (LogFile log = ServerLogConfig.open(directory)) {
                LoggedTime.log(log, today.atTime(9, 0), text);
            }
        }
        assertThat(files()).containsExactly("server.log");
        assertThat(contentOf(current().toFile())).contains("one", "two");
    }

    @Test
    void aDaysFileThatAnotherServerHasFinishedIsNotReplaced() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(9, 0), "ours");
            Files.move(current(), finished(today));
            Files.writeString(current(), "theirs\n");
            LoggedTime.log(log, tomorrow.atTime(9, 0), "ours of tomorrow");
        }
        assertThat(contentOf(finished(today).toFile())).contains("ours");
        assertThat(contentOf(current().toFile())).contains("theirs", "ours of tomorrow");
    }

    @Test
    void finishedDaysAreKeptForThirtyDays() throws IOException {
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(9, 0), "today");
            Files.writeString(finished(today.minusDays(29)), "the thirtieth");
            Files.writeString(finished(today.minusDays(30)), "too old");
            Files.writeString(current().resolveSibling("server.log.keep-me"), "not ours");
            LoggedTime.log(log, tomorrow.atTime(9, 0), "tomorrow");
        }
        assertThat(files())
                .containsExactly(
                        "server.log", "server.log." + today.minusDays(29), "server.log." + today, "server.log.keep-me");
    }

    @Test
    void theNameOfTheDirectoryIsTakenAsItIs() throws IOException {
        directory = directory.resolve("100%d ${java:version} $${x}");
        try (LogFile log = ServerLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(9, 0), "today");
            LoggedTime.log(log, tomorrow.atTime(9, 0), "tomorrow");
        }
        assertThat(files()).containsExactly("server.log", "server.log." + today);
    }

    @Test
    void theClientsFileIsNotRotated() throws IOException {
        try (LogFile log = ClientLogConfig.open(directory)) {
            LoggedTime.log(log, today.atTime(9, 0), "today");
            LoggedTime.log(log, tomorrow.atTime(9, 0), "tomorrow");
        }
        assertThat(files()).containsExactly("client.log");
    }

    private Path current() {
        return directory.resolve("log").resolve("server.log");
    }

    private Path finished(LocalDate day) {
        return current().resolveSibling("server.log." + day);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("log"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
