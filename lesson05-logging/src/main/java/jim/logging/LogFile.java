package jim.logging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.status.StatusLogger;

/**
 * An open log: named loggers that write to one file, each line at once. For any thread. It belongs to whoever opened it
 * and to nobody else: there is no global logger, so that two programs in one JVM (as in a test) have two logs.
 */
public final class LogFile implements AutoCloseable {
    static {
        FewPlugins.load();
    }

    /** Opens a log. */
    public interface Opener {
        LogFile open() throws IOException;
    }

    /** Makes what writes to the file. */
    interface Writer {
        Appender appender(Path file, Configuration configuration);
    }

    private final LoggerContext context;
    private final String name;

    private LogFile(LoggerContext context, String name) {
        this.context = context;
        this.name = name;
    }

    /** A log whose main logger is {@code name}; its file can be written when this returns. */
    static LogFile open(String name, Path file, Writer writer) throws IOException {
        prepare(file);
        LoggerContext context = new LoggerContext(name);
        CodedConfiguration configuration = new CodedConfiguration(context);
        configuration.use(writer.appender(file, configuration), Level.INFO);
        return started(context, configuration, name);
    }

    /** A log as {@code settings} say; its file can be written when this returns. */
    static LogFile open(LoggerSettings settings) throws IOException {
        prepare(settings.path());
        LoggerContext context = new LoggerContext(settings.name());
        CodedConfiguration configuration = new CodedConfiguration(context);
        configuration.use(settings.file(configuration), settings.level());
        if (settings.isOnConsole()) {
            configuration.use(settings.console(configuration), settings.level());
        }
        return started(context, configuration, settings.name());
    }

    /** A log that keeps nothing. */
    public static LogFile none() {
        LoggerContext context = new LoggerContext("none");
        return started(context, new CodedConfiguration(context), "none");
    }

    /**
     * Opens a log, or goes on without: a program whose log cannot be written still does its work, and says once why there
     * is no log.
     */
    public static LogFile orNone(Opener opener, PrintStream err) {
        try {
            return opener.open();
        } catch (IOException e) {
            err.println(e.getMessage() + "\nGoing on without a log.");
            return none();
        }
    }

    /** The main logger, {@code client} or {@code server}. */
    public Logger logger() {
        return context.getLogger(name);
    }

    /** The logger of one part of the program, such as {@code server.session}, over the same file. */
    public Logger logger(String part) {
        return context.getLogger(name + "." + part);
    }

    /** Whether there is a file that is written to. */
    public boolean isKept() {
        return logger().isInfoEnabled();
    }

    /** Ends the log; what is logged afterwards is dropped. May be called while the JVM shuts down. */
    @Override
    public void close() {
        // Not context.stop(): it looks for the library's global contexts, and would make them, shutdown hook and all.
        context.getConfiguration().stop();
    }

    private static LogFile started(LoggerContext context, CodedConfiguration configuration, String name) {
        // The library's own worries, such as a full disk, would be printed between a person's lines.
        StatusLogger.getLogger().getFallbackListener().setLevel(Level.OFF);
        context.start(configuration);
        return new LogFile(context, name);
    }

    /** Finds out now, while it can be said in a sentence, whether the file can be written. */
    private static void prepare(Path file) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new IOException("cannot write the log " + file + ": " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return "'" + Path.of(there.getFile()).getFileName() + "' is no directory";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(e.getMessage());
    }
}
