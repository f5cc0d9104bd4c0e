package jim.engine.netty;

import io.netty.util.NetUtil;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an engine serves browsers: frames in the text messages of a WebSocket, and pages.
 *
 * @param path where the WebSocket is, such as {@code /jim}
 * @param names the names by which browsers may call this server, besides its addresses and {@code localhost}; in small
 *     letters
 * @param pages the pages at all other paths
 * @param messageBytes the longest message
 * @param patience how long a peer may take to say what it wants
 */
public record Web(String path, Set<String> names, WebPages pages, int messageBytes, Duration patience) {
    private static final Pattern HOST = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(:\\d{1,5})?");

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
