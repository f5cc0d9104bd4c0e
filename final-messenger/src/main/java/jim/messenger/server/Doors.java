package jim.messenger.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import jim.cli.Program;

/**
 * What listens where, and how that is told.
 *
 * @param jim for clients that speak JIM
 * @param web for browsers
 * @param text for telnet and nc
 * @param admin for an operator's programs; null when there is none
 * @param protection from those who would read along
 */
record Doors(InetSocketAddress jim, Door web, Door text, InetSocketAddress admin, Protection protection) {
    private static final int NAME_WIDTH = 16;
    private static final String CLIENT = "java -jar final-messenger-client.jar";

    /**
     * A door that need not be open.
     *
     * @param at where it listens; null when it is closed
     * @param why it is closed; null when it is open
     */
    record Door(InetSocketAddress at, String why) {
        static Door open(InetSocketAddress at) {
            return new Door(at, null);
        }

        static Door closed(String why) {
            return new Door(null, why);
        }

        private String port() {
            return at == null ? "null" : String.valueOf(at.getPort());
        }

        private String told(IntFunction<String> open) {
            return at == null ? "closed: " + why : open.apply(at.getPort());
        }
    }

    /** For a program that started the server. */
    String ready() {
        return "{\"event\":\"ready\",\"jim\":" + jim.getPort() + ",\"web\":" + web.port() + ",\"text\":" + text.port()
                + (admin == null ? "" : ",\"admin\":" + admin.getPort()) + ",\"pid\":"
                + ProcessHandle.current().pid() + "}";
    }

    /**
     * For a person: what listens where, how to reach it, and what it does not protect.
     *
     * @param kept where messages are
     * @param log where the log is
     */
    String banner(String kept, String log) {
        Map<String, String> lines = new LinkedHashMap<>();
        InetAddress address = jim.getAddress();
        lines.put(
                "listens on",
                (address.isAnyLocalAddress() ? "all addresses" : address.getHostAddress()) + ", port " + jim.getPort());
        String here = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        lines.put("chat from here", chat(here));
        lines.put("in a browser", web.told(port -> protection.web() + inUrl(here) + ":" + port + "/"));
        lines.put("in a terminal", text.told(port -> String.format(protection.terminal(), here, port, inUrl(here))));
        if (address.isAnyLocalAddress()) {
            networkAddress().ifPresent(host -> lines.put("from elsewhere", "the same with " + host));
        }
        if (admin != null) {
            lines.put("is it well?", adminUrl() + "healthz and " + adminUrl() + "metrics, from here alone");
        }
        lines.put("mind", protection.mind());
        lines.put("messages", kept);
        lines.put("log", log);
        lines.put("stop with", "Ctrl-C");
        StringBuilder banner = new StringBuilder("JIM messenger " + Program.version());
        lines.forEach((name, value) -> banner.append(System.lineSeparator())
                .append("  ")
                .append(name)
                .append(" ".repeat(NAME_WIDTH - name.length()))
                .append(value));
        return banner.toString();
    }

    private String adminUrl() {
        return "http://" + inUrl(admin.getAddress().getHostAddress()) + ":" + admin.getPort() + "/";
    }

    private String chat(String host) {
        return CLIENT + " " + host + " " + jim.getPort() + " -n NAME" + protection.clientOption();
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** An address by which other computers may reach this one. */
    private static Optional<String> networkAddress() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isSiteLocalAddress)
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
