package jim.logging;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.core.appender.FileAppender;

/**
 * The client's log: {@code log/client.log}, one file for ever. Several clients may write to it at once: each line is
 * one write at the end of the file.
 */
public final class ClientLogConfig {
    private ClientLogConfig() {}

    /**
     * Opens the logger {@code client}.
     *
     * @param directory where {@code log/} is, or is made
     * @throws IOException when the file cannot be written; the message is a sentence for a person
     */
    public static LogFile open(Path directory) throws IOException {
        return LogFile.open(
                "client",
                directory.resolve("log").resolve("client.log"),
                (file, configuration) -> FileAppender.newBuilder()
                        .setName("client")
                        .setFileName(file.toString())
                        .setAppend(true)
                        .setLayout(new LineLayout())
                        .setConfiguration(configuration)
                        .build());
    }
}
