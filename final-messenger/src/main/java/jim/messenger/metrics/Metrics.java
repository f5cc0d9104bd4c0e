package jim.messenger.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What can be read of a running server. All but the time of commits is looked at only when somebody reads. For any thread. */
public final class Metrics {
    /** How the text is to be read. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOS = 1e-9;

    private final PrometheusRegistry registry = new PrometheusRegistry();

    /** Those of {@code tally}, and of the JVM. */
    public Metrics(Tally tally) {
        counter("jim_messages", "Messages that were written to a person or a room.", tally::messages);
        counter("jim_deliveries", "Messages that found a reader who was online.", tally::deliveries);
        counter("jim_store_failures", "Groups of changes that could not be kept.", tally::storeFailures);
        CounterWithCallback.builder()
                .name("jim_logins")
                .help("Logins by all doors; those that were refused, of clients that speak JIM.")
                .labelNames("outcome")
                .callback(each -> all(tally.logins(), each::call))
                .register(registry);
        CounterWithCallback.builder()
                .name("jim_refusals")
                .help("Requests in JIM that were refused, by the code of the answer.")
                .labelNames("code")
                .callback(each -> all(tally.refusals(), each::call))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jim_connections")
                .help("Connections that are open.")
                .labelNames("door")
                .callback(each -> all(tally.connections(), each::call))
                .register(registry);
        Histogram commits = Histogram.builder()
                .name("jim_store_commit")
                .unit(Unit.SECONDS)
                .help("The time from the beginning of a group of changes until it is on the disk.")
                .classicOnly()
                .classicUpperBounds(.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
                .register(registry);
        tally.onCommit(nanos -> commits.observe(nanos * NANOS));
        ProcessMetrics.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(each -> each.call((double) value.getAsLong()))
                .register(registry);
    }

    /** Another one, which goes up and down. */
    public Metrics gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(each -> each.call((double) value.getAsLong()))
                .register(registry);
        return this;
    }

    private interface Call {
        void call(double value, String... labels);
    }

    private static void all(Map<?, LongAdder> counted, Call call) {
        counted.forEach((label, count) -> call.call((double) count.sum(), String.valueOf(label)));
    }

    /** All of them, in the text format of Prometheus. */
    public String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(UTF_8);
    }
}
