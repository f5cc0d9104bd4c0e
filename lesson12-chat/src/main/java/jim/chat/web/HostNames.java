package jim.chat.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** The names by which browsers on other computers may call this one. */
public final class HostNames {
    private HostNames() {}

    /** What this computer calls itself, alone and in a network without name servers; empty when it has no name. */
    public static Set<String> own() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return Set.of(name, name + ".local");
        } catch (UnknownHostException e) {
            return Set.of();
        }
    }
}
