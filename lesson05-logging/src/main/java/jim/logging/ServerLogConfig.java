package jim.logging;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.rolling.TimeBasedTriggeringPolicy;

/**
 * The server's log: {@code log/server.log}. The first event of a new day moves it to {@code log/server.log.2026-11-21},
 * where it is kept for 30 days. What counts is the time of the event, so a day without events makes no file.
 */
public final class ServerLogConfig {
    private static final String ONE_FILE_A_DAY = "server.log.%d{yyyy-MM-dd}";

    private ServerLogConfig() {}

    /**
     * Opens the logger {@code server}.
     *
     * @param directory where {@code log/} is, or is made
     * @throws IOException when the file cannot be written; the message is a sentence for a person
     */
    public static LogFile open(Path directory) throws IOException {
        return openIn(directory.resolve("log"));
    }

    /**
     * The same, elsewhere.
     *
     * @param folder where {@code server.log} is, or is made, with the folder
     */
    public static LogFile openIn(Path folder) throws IOException {
        return LogFile.open(
                "server",
                folder.resolve("server.log"),
                (file, configuration) -> RollingFileAppender.newBuilder()
                        .setName("server")
                        .setFileName(file.toString())
                        .setFilePattern(ONE_FILE_A_DAY)
                        .setPolicy(TimeBasedTriggeringPolicy.newBuilder().build())
                        .setStrategy(new DailyRollover())
                        .setLayout(new LineLayout())
                        .setConfiguration(configuration)
                        .build());
    }
}
