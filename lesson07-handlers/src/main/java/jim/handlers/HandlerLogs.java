package jim.handlers;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import jim.logging.LogFile;
import jim.logging.LoggerSettings;
import org.apache.logging.log4j.Logger;

/** The open logs of a server and of each of its handlers. For any thread. */
public final class HandlerLogs implements AutoCloseable {
    private final LogFile server;
    private final Map<Integer, LogFile> handlers = new TreeMap<>();

    private HandlerLogs(LogFile server) {
        this.server = server;
    }

    /**
     * Opens the logs as {@code settings} say. One that cannot be written is done without, after a sentence on {@code err}.
     */
    public static HandlerLogs open(LogSettings settings, Iterable<Integer> commands, PrintStream err) {
        HandlerLogs logs = new HandlerLogs(open(settings.ofServer(), err));
        commands.forEach(command -> logs.handlers.put(command, open(settings.of(command), err)));
        return logs;
    }

    /** Logs that keep nothing. */
    public static HandlerLogs none() {
        return new HandlerLogs(LogFile.none());
    }

    private static LogFile open(LoggerSettings settings, PrintStream err) {
        return LogFile.orNone(settings::open, err);
    }

    /** Where the server says who came and went. */
    public Logger server() {
        return server.logger();
    }

    /** Where the handler of {@code command} says what it does. */
    public Logger of(int command) {
        return handlers.getOrDefault(command, server).logger();
    }

    @Override
    public void close() {
        handlers.values().forEach(LogFile::close);
        server.close();
    }
}
