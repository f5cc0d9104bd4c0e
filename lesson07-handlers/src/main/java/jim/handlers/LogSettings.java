package jim.handlers;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jim.logging.LoggerSettings;
import jim.spelling.Nearest;
import org.apache.logging.log4j.Level;

/**
 * How a server and its handlers log, in one place. What is not set for a command is as it is for all:
 *
 * <pre>
 *   logger.name = handlers             of the server; a command's is handlers.10000
 *   logger.level = INFO                DEBUG, INFO, WARN, ERROR or OFF
 *   logger.path = log/handlers.log
 *   logger.format.file = %d %p %c %m   a pattern of log4j, without the end of the line
 *   logger.format.console =            nothing on the screen
 *   logger.10001.level = DEBUG         for the command 10001
 * </pre>
 */
public final class LogSettings {
    private static final Pattern KEY = Pattern.compile("logger\\.(?:-?\\d+\\.)?(.+)");
    private static final List<String> NAMES = List.of("name", "level", "path", "format.file", "format.console");
    private static final Set<String> LEVELS = Set.of("DEBUG", "INFO", "WARN", "ERROR", "OFF");

    private final Properties properties;

    /**
     * @param properties the settings; what they leave out has its default
     * @throws IllegalArgumentException when one is unknown, or has no such value; the message is a sentence
     */
    public LogSettings(Properties properties) {
        this.properties = properties;
        properties.stringPropertyNames().forEach(this::check);
    }

    private void check(String key) {
        Matcher name = KEY.matcher(key);
        if (!name.matches() || !NAMES.contains(name.group(1))) {
            List<String> known = NAMES.stream().map(each -> "logger." + each).toList();
            throw new IllegalArgumentException(
                    "there is no setting '" + key + "'" + Nearest.hint(key, known, ", only " + known + "."));
        }
        if (name.group(1).equals("level") && !LEVELS.contains(properties.getProperty(key))) {
            throw new IllegalArgumentException("'" + key + "' must be one of DEBUG, INFO, WARN, ERROR and OFF, not '"
                    + properties.getProperty(key) + "'.");
        }
    }

    /** The settings of the server's own logger. */
    public LoggerSettings ofServer() {
        return settings("logger.", get("logger.name", "handlers"));
    }

    /** The settings of one command's logger. */
    public LoggerSettings of(int command) {
        String prefix = "logger." + command + ".";
        return settings(prefix, get(prefix + "name", ofServer().name() + "." + command));
    }

    private LoggerSettings settings(String prefix, String name) {
        return new LoggerSettings(
                name,
                Level.valueOf(either(prefix, "level", "INFO")),
                Path.of(either(prefix, "path", "log/handlers.log")),
                either(prefix, "format.file", LoggerSettings.FORMAT),
                either(prefix, "format.console", ""));
    }

    private String either(String prefix, String name, String otherwise) {
        return get(prefix + name, get("logger." + name, otherwise));
    }

    private String get(String key, String otherwise) {
        return properties.getProperty(key, otherwise);
    }
}
