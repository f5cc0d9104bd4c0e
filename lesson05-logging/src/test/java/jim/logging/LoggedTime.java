package jim.logging;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.time.MutableInstant;
import org.apache.logging.log4j.message.SimpleMessage;

/** Sends events of any time the whole way that an event takes: logger, appender, file. */
final class LoggedTime {
    private LoggedTime() {}

    static void log(LogFile file, LocalDateTime time, String text) {
        ((Logger) file.logger()).get().log(event(time, text, null));
    }

    static LogEvent event(LocalDateTime time, String text, Throwable thrown) {
        MutableInstant instant = new MutableInstant();
        instant.initFromEpochMilli(
                time.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli(), 0);
        return Log4jLogEvent.newBuilder()
                .setLoggerName("server")
                .setLevel(Level.INFO)
                .setMessage(new SimpleMessage(text))
                .setThrown(thrown)
                .setInstant(instant)
                .build();
    }
}
