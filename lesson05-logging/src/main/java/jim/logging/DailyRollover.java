package jim.logging;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.apache.logging.log4j.core.appender.rolling.RollingFileManager;
import org.apache.logging.log4j.core.appender.rolling.RolloverDescription;
import org.apache.logging.log4j.core.appender.rolling.RolloverDescriptionImpl;
import org.apache.logging.log4j.core.appender.rolling.RolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.action.AbstractAction;
import org.apache.logging.log4j.core.appender.rolling.action.Action;
import org.apache.logging.log4j.core.appender.rolling.action.FileRenameAction;

/**
 * Puts a finished day's log beside the new one: {@code server.log} becomes {@code server.log.2026-11-21}, and what is
 * older than {@link #KEPT_DAYS} days is deleted. The library's own strategy would replace a day's file that is there
 * already; two servers that share a directory would so lose a day.
 */
final class DailyRollover implements RolloverStrategy {
    /** How long a finished day's log is kept. */
    static final int KEPT_DAYS = 30;

    @Override
    public RolloverDescription rollover(RollingFileManager manager) {
        Path log = Path.of(manager.getFileName());
        LocalDate day = day(manager.getPatternProcessor().getPrevFileTime());
        Path finished = log.resolveSibling(log.getFileName() + "." + day);
        // Without an action the manager just opens the file again: the one that the other server has begun.
        Action rename = Files.exists(finished) ? null : new FileRenameAction(log.toFile(), finished.toFile(), false);
        return new RolloverDescriptionImpl(
                log.toString(), true, rename, new Pruning(log, day.minusDays(KEPT_DAYS - 1)));
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneId.systemDefault());
    }

    /** Deletes the finished logs of the days before {@code oldest}. The name says the day: a copied file keeps it. */
    private static final class Pruning extends AbstractAction {
        private final Path log;
        private final LocalDate oldest;

        Pruning(Path log, LocalDate oldest) {
            this.log = log;
            this.oldest = oldest;
        }

        @Override
        public boolean execute() throws IOException {
            String prefix = log.getFileName() + ".";
            try (DirectoryStream<Path> finished =
                    Files.newDirectoryStream(log.toAbsolutePath().getParent(), prefix + "*")) {
                for (Path file : finished) {
                    if (isTooOld(file.getFileName().toString().substring(prefix.length()))) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            return true;
        }

        private boolean isTooOld(String day) {
            try {
                return LocalDate.parse(day).isBefore(oldest);
            } catch (DateTimeParseException e) {
                return false; // No log of ours: it stays.
            }
        }
    }
}
