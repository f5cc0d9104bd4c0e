package jim.decorators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jim.logging.ClientLogConfig;
import jim.logging.LogFile;
import org.apache.logging.log4j.Logger;

/** A real log, read again: what stands in it after the date, the level and the logger. */
final class Recorded implements AutoCloseable {
    private final Path directory;
    private final LogFile log;

    Recorded(Path directory) throws IOException {
        this.directory = directory;
        this.log = ClientLogConfig.open(directory);
    }

    Logger logger() {
        return log.logger();
    }

    /** The messages so far, durations as {@code N ms}. */
    List<String> messages() throws IOException {
        return Files.readAllLines(directory.resolve("log/client.log")).stream()
                .map(line -> line.replaceFirst("^.{23} INFO client ", "").replaceFirst("\\d+\\.\\d{3} ms$", "N ms"))
                .toList();
    }

    @Override
    public void close() {
        log.close();
    }
}
