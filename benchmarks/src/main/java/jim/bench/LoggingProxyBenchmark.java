package jim.bench;

import java.util.concurrent.TimeUnit;
import jim.decorators.Log;
import jim.decorators.LoggingProxy;
import jim.protocol.Frame;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.NullAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a {@link LoggingProxy} adds to a call, without the cost of the disk (lesson 6, "The idea"). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoggingProxyBenchmark {
    /** One function that does next to nothing, with the mark and without. */
    interface Desk {
        @Log
        int logged(Frame frame, int number);

        int plain(Frame frame, int number);
    }

    private static final class RealDesk implements Desk {
        @Override
        public int logged(Frame frame, int number) {
            return frame.length() + number;
        }

        @Override
        public int plain(Frame frame, int number) {
            return frame.length() + number;
        }
    }

    private final Frame frame = Frame.of("{\"action\":\"probe\"}");
    private final LoggerContext context = new LoggerContext("bench");
    private Desk direct;
    private Desk decorated;
    private Desk decoratedWithLogOff;

    /** Two loggers: one writes to an appender that drops everything, the other is off. */
    @Setup
    public void decorate() {
        NullConfiguration configuration = new NullConfiguration();
        LoggerConfig on = LoggerConfig.newBuilder()
                .setLoggerName("on")
                .setLevel(Level.INFO)
                .setConfig(configuration)
                // Else the events go on to the root's appender, which is the console.
                .setAdditivity(false)
                .build();
        NullAppender nowhere = NullAppender.createAppender("nowhere");
        nowhere.start();
        on.addAppender(nowhere, null, null);
        configuration.addLogger("on", on);
        context.start(configuration);

        direct = new RealDesk();
        decorated = decorated(context.getLogger("on"));
        decoratedWithLogOff = decorated(context.getLogger("off"));
    }

    private Desk decorated(Logger log) {
        return LoggingProxy.of(Desk.class, direct, log);
    }

    /** Ends the loggers. */
    @TearDown
    public void stop() {
        context.stop();
    }

    /** No proxy: what the other figures are compared with. */
    @Benchmark
    public int direct() {
        return direct.plain(frame, 1);
    }

    /** Through the proxy, to a method without {@link Log}. */
    @Benchmark
    public int passThrough() {
        return decorated.plain(frame, 1);
    }

    /** A marked method whose logger is off. */
    @Benchmark
    public int logOff() {
        return decoratedWithLogOff.logged(frame, 1);
    }

    /** A marked method: arguments, caller, result and duration become a line that goes nowhere. */
    @Benchmark
    public int logged() {
        return decorated.logged(frame, 1);
    }
}
