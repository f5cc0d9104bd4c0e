package jim.logging;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;

/** A configuration made by code alone: no file is looked for, nothing goes to the console. Silent until it is used. */
final class CodedConfiguration extends AbstractConfiguration {
    CodedConfiguration(LoggerContext context) {
        super(context, ConfigurationSource.NULL_SOURCE);
        // Each line is written at once: at the end of the JVM nothing is left to do.
        isShutdownHookEnabled = false;
        getRootLogger().setLevel(Level.OFF);
    }

    /** Sends what every logger has to say, from {@code level} up, to {@code appender}. */
    void use(Appender appender, Level level) {
        appender.start();
        addAppender(appender);
        getRootLogger().addAppender(appender, null, null);
        getRootLogger().setLevel(level);
    }

    /** Nothing to read: the base class would fall back to a console. */
    @Override
    protected void doConfigure() {}
}
