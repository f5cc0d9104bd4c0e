package jim.engine.netty;

import io.netty.util.NetUtil;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jim.engine.Acceptor;
import jim.engine.EngineOptions;

/**
 * How an engine serves browsers: frames in the text messages of a WebSocket, and pages.
 *
 * @param path where the WebSocket is, such as {@code /jim}
 * @param names the names by which browsers may call this server, besides its addresses and {@code localhost}; in small
 *     letters
 * @param pages the pages at all other paths
 * @param messageBytes the longest message, without the end of a line that may stand behind it
 * @param patience how long a peer may take to say what it wants
 * @param others who listens at other paths
 */
public record Web(
        String path,
        Set<String> names,
        WebPages pages,
        int messageBytes,
        Duration patience,
        Map<String, Service> others) {
    /** A carriage return and a line feed. */
    private static final int LINE_END = 2;

    private static final Pattern HOST = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(:\\d{1,5})?");

    /** A server with one WebSocket. */
    public Web(String path, Set<String> names, WebPages pages, int messageBytes, Duration patience) {
        this(path, names, pages, messageBytes, patience, Map.of());
    }

    /** The same with another WebSocket at {@code path}. */
    public Web and(String path, EngineOptions options, Acceptor acceptor) {
        Map<String, Service> all = new HashMap<>(others);
        all.put(path, new Service(options, acceptor));
        return new Web(this.path, names, pages, messageBytes, patience, Map.copyOf(all));
    }

    /** The most bytes that a message may come in. */
    int mostBytes() {
        return messageBytes + LINE_END;
    }

    /**
     * Whether {@code host}, as a request names it, is this server. Somebody else's name that leads here is a trick, by which
     * a page of theirs would count as ours.
     */
    boolean isCalled(String host) {
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || names.contains(name)
                || NetUtil.isValidIpV4Address(name)
                || NetUtil.isValidIpV6Address(name);
    }

    /** Whether a page that came from {@code origin} is a page of {@code host}. */
    static boolean isOwnPage(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
