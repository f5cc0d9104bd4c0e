package jim.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import jim.cli.Stop;
import jim.presence.PresencePair;

/** The whole run, in order: the server, its clients, then whatever is ordered. For the main thread. */
final class Launcher {
    private final Screen screen;
    private final Children children;
    private final Control control;

    /** A launcher that has started nothing yet. */
    Launcher(Screen screen, Children children, Control control) {
        this.screen = screen;
        this.children = children;
        this.control = control;
    }

    /**
     * Starts everything and obeys {@code input} until it is over.
     *
     * @param port where the server must listen; empty for JIM's port, or any free one when that is taken
     */
    void run(Optional<Integer> port, Input input) throws Stop, InterruptedException, IOException {
        screen.say(input.greeting());
        children.startServer(port.orElseGet(this::defaultPort));
        children.startClients();
        input.run(control, screen);
    }

    private int defaultPort() {
        if (isFree(PresencePair.DEFAULT_PORT)) {
            return PresencePair.DEFAULT_PORT;
        }
        screen.say("Port " + PresencePair.DEFAULT_PORT + " is taken, so the server listens on a free one.");
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
