package jim.logging;

import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;

/** One event, one line, in a form that can be chosen, and as safe as {@link LineLayout}. For any thread. */
final class PatternLine extends AbstractStringLayout {
    /** The option of log4j that lets a message colour itself, and so move the cursor. */
    private static final String COLOURED_BY_THE_MESSAGE = "(?i)\\{\\s*ansi[^}]*}";

    private final PatternLayout pattern;

    /**
     * @param format a pattern of log4j, without the end of the line: {@code %d %p %c %m}
     */
    PatternLine(String format) {
        super(StandardCharsets.UTF_8);
        this.pattern = PatternLayout.newBuilder()
                .setPattern(format.replaceAll(COLOURED_BY_THE_MESSAGE, "") + "%n")
                .setCharset(StandardCharsets.UTF_8)
                .build();
    }

    @Override
    public String toSerializable(LogEvent event) {
        SimpleMessage text = new SimpleMessage(LineLayout.text(event));
        return pattern.toSerializable(new Log4jLogEvent.Builder(event)
                .setMessage(text)
                .setThrown(null)
                .build());
    }
}
