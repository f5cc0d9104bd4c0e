package jim.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import jim.feed.Feed;
import jim.feed.Overflow;
import jim.feed.QueuedSubscription;

/**
 * What is known of the sources, and the feed of what they report. For any thread: its lock makes a newcomer's greeting and
 * its place in the feed one step, so that it misses no report and gets none twice.
 */
final class Board {
    private static final int MOST_SOURCES = 10_000;

    private record Known(Report last, long millis) {}

    /** What a new listener gets: how things are now, and all that comes. */
    record Place(String greeting, QueuedSubscription<byte[]> reports) {}

    private final Map<String, Known> sources = new LinkedHashMap<>();
    private final Feed<byte[]> feed;
    private final int backlog;
    private final LongSupplier millis;
    private volatile Runnable published = () -> {};

    /**
     * @param backlog the most reports that may wait for one listener; each waits once, however many listeners there are
     * @param millis the time, which never goes back
     */
    Board(Feed<byte[]> feed, int backlog, LongSupplier millis) {
        this.feed = feed;
        this.backlog = backlog;
        this.millis = millis;
    }

    /** Everybody hears of {@code report}. A source stays known after it has gone. */
    void publish(Report report) {
        post(report);
        published.run();
    }

    /** Runs {@code then} after each report, when it waits for everybody, on the thread of its source. */
    void whenPublished(Runnable then) {
        published = then;
    }

    private synchronized void post(Report report) {
        sources.put(report.source(), new Known(report, millis.getAsLong()));
        if (sources.size() > MOST_SOURCES) {
            forgetTheOneSilentLongest();
        }
        feed.publish(report.shown().getBytes(US_ASCII));
    }

    /** A place for a new listener, who is disconnected when it is too slow. */
    synchronized Place join() {
        return new Place(greeting(), feed.subscribe(backlog, Overflow.DISCONNECT));
    }

    private String greeting() {
        long now = millis.getAsLong();
        return sources.isEmpty()
                ? "No sources yet\n"
                : sources.values().stream().map(known -> line(known, now)).collect(Collectors.joining());
    }

    private static String line(Known known, long now) {
        Report last = known.last;
        return "[" + last.source() + "] " + last.number() + " | " + last.status() + " | " + (now - known.millis) + "\n";
    }

    private void forgetTheOneSilentLongest() {
        sources.entrySet().stream()
                .min(Comparator.comparingLong(source -> source.getValue().millis))
                .map(Entry::getKey)
                .ifPresent(sources::remove);
    }
}
