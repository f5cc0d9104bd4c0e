package jim.logging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jim.protocol.VisibleText;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;

/**
 * One event, one line: {@code 2026-11-21 10:28:11,123 INFO server listening on port 7777}. The message is data: nothing
 * in it is looked up, no character of it can end the line or move the cursor, and a password in it is masked. For any
 * thread.
 */
final class LineLayout extends AbstractStringLayout {
    /** The longest text of an event, in chars; the rest is cut off. */
    private static final int MAX_CHARS = 8_192;

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** The text of one second, which thousands of events may share. */
    private record Second(long epochSecond, String text) {}

    private volatile Second latest = new Second(Long.MIN_VALUE, "");

    LineLayout() {
        super(StandardCharsets.UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
        return time(event.getTimeMillis()) + " " + event.getLevel() + " " + event.getLoggerName() + " " + text(event)
                + "\n";
    }

    /** What the event says, in one line that is safe to show: the message, and the exception if there is one. */
    static String text(LogEvent event) {
        String message = event.getMessage().getFormattedMessage();
        Throwable thrown = event.getThrown();
        String text = Secrets.masked(thrown == null ? message : message + ": " + Failure.inOneLine(thrown));
        return cut(VisibleText.of(text));
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARS
                ? text
                : text.substring(0, MAX_CHARS) + "... (" + (text.length() - MAX_CHARS) + " more)";
    }

    private String time(long millis) {
        long epochSecond = Math.floorDiv(millis, 1000L);
        Second second = latest;
        if (second.epochSecond != epochSecond) {
            second = new Second(epochSecond, TO_THE_SECOND.format(Instant.ofEpochSecond(epochSecond)));
            latest = second;
        }
        return second.text + ","
                + String.valueOf(1000 + Math.floorMod(millis, 1000L)).substring(1);
    }
}
