package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import jim.logging.LoggerSettings;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogSettingsTest {
    private static final Path USUAL = Path.of("log/handlers.log");

    @Test
    void withoutSettingsEverythingHasItsDefault() {
        LogSettings settings = settings("");
        assertThat(settings.ofServer()).isEqualTo(new LoggerSettings("handlers", USUAL));
        assertThat(settings.of(10_000)).isEqualTo(new LoggerSettings("handlers.10000", USUAL));
    }

    @Test
    void whatIsSetForAllHoldsForAll() {
        LogSettings settings = settings("""
                logger.name = shop
                logger.level = WARN
                logger.path = shop.log
                logger.format.file = %m
                logger.format.console = > %m
                """);
        assertThat(settings.ofServer())
                .isEqualTo(new LoggerSettings("shop", Level.WARN, Path.of("shop.log"), "%m", "> %m"));
        assertThat(settings.of(7))
                .isEqualTo(new LoggerSettings("shop.7", Level.WARN, Path.of("shop.log"), "%m", "> %m"));
    }

    @Test
    void whatIsSetForACommandHoldsForItAlone() {
        LogSettings settings = settings("""
                logger.level = WARN
                logger.7.name = seven
                logger.7.level = DEBUG
                logger.7.path = seven.log
                logger.7.format.file = %p %m
                logger.7.format.console = 7: %m
                logger.-7.level = OFF
                """);
        assertThat(settings.of(7))
                .isEqualTo(new LoggerSettings("seven", Level.DEBUG, Path.of("seven.log"), "%p %m", "7: %m"));
        assertThat(settings.of(-7).level()).isEqualTo(Level.OFF);
        assertThat(settings.of(77))
                .isEqualTo(new LoggerSettings("handlers.77", Level.WARN, USUAL, LoggerSettings.FORMAT, ""));
        assertThat(settings.ofServer().level()).isEqualTo(Level.WARN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "logger.levle=INFO    | there is no setting 'logger.levle', did you mean 'logger.level'?",
                "logger.7.pth=x       | there is no setting 'logger.7.pth'",
                "level=INFO           | there is no setting 'level', only [logger.name, logger.level, logger.path,"
                        + " logger.format.file, logger.format.console].",
                "logger.level=LOUD    | 'logger.level' must be one of DEBUG, INFO, WARN, ERROR and OFF, not 'LOUD'.",
                "logger.7.level=debug | 'logger.7.level' must be one of DEBUG, INFO, WARN, ERROR and OFF, not 'debug'."
            })
    void aSettingThatIsWrongIsRefusedAtOnce(String line, String says) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(line)).withMessageStartingWith(says);
    }

    private static LogSettings settings(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LogSettings(properties);
    }
}
