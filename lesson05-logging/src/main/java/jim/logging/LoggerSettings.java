package jim.logging;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configuration;

/**
 * How one logger writes, where the choice of {@link ClientLogConfig} and {@link ServerLogConfig} does not suit. Several
 * loggers may share a file.
 *
 * @param name the logger's name
 * @param level the least level that is kept
 * @param path the file
 * @param fileFormat how a line in the file looks, as a pattern of log4j without the end of the line
 * @param consoleFormat how a line on the screen looks; empty for none
 */
public record LoggerSettings(String name, Level level, Path path, String fileFormat, String consoleFormat) {
    /** The form of {@link LineLayout}. */
    public static final String FORMAT = "%d{yyyy-MM-dd HH:mm:ss,SSS} %p %c %m";

    /** From {@code INFO} up, in the usual form, and nothing on the screen. */
    public LoggerSettings(String name, Path path) {
        this(name, Level.INFO, path, FORMAT, "");
    }

    /**
     * Opens the logger.
     *
     * @throws IOException when the file cannot be written; the message is a sentence for a person
     */
    public LogFile open() throws IOException {
        return LogFile.open(this);
    }

    Appender file(Configuration configuration) {
        return FileAppender.newBuilder()
                .setName(name)
                .setFileName(path.toString())
                .setAppend(true)
                .setLayout(new PatternLine(fileFormat))
                .setConfiguration(configuration)
                .build();
    }

    boolean isOnConsole() {
        return !consoleFormat.isEmpty();
    }

    Appender console(Configuration configuration) {
        return ConsoleAppender.newBuilder()
                .setName(name + " on the screen")
                .setFollow(true)
                .setLayout(new PatternLine(consoleFormat))
                .setConfiguration(configuration)
                .build();
    }
}
