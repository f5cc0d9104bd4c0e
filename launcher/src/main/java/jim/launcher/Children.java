package jim.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jim.cli.ExitCode;
import jim.cli.Stop;

/**
 * The server and its clients. The main thread starts them; any thread may {@link #close}, and after that none is started
 * any more, so none is left behind.
 */
final class Children implements AutoCloseable {
    /** A slow machine that starts fifty clients at once needs a while. */
    private static final Duration START = Duration.ofSeconds(60);

    private final Programs programs;
    private final Screen screen;
    private final Child server;
    private final List<Child> clients;
    private int port;
    private boolean closed; // guarded by this

    Children(Programs programs, Roster roster, Screen screen) {
        this.programs = programs;
        this.screen = screen;
        this.server = new Child(Roster.SERVER, Role.SERVER, screen);
        this.clients = roster.clients().stream()
                .map(name -> new Child(name, Role.CLIENT, screen))
                .toList();
    }

    /** The server, then the clients. */
    List<Child> all() {
        return Stream.concat(Stream.of(server), clients.stream()).toList();
    }

    /** The child that the roster has under {@code name}. */
    Child named(String name) {
        return all().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Starts the server on {@code wanted}, 0 for any free port, and says on the screen where it listens. */
    void startServer(int wanted) throws Stop, InterruptedException {
        launch(server, programs.server(wanted));
        Optional<Integer> listening = server.awaitReady(START).flatMap(ReadyLine::port);
        if (listening.isEmpty()) {
            throw notListening();
        }
        port = listening.get();
        screen.say("The server listens on port " + port + ".");
    }

    private Stop notListening() {
        if (server.isRunning()) {
            server.end();
            return new Stop(ExitCode.CANNOT_LISTEN, "the server did not listen within " + START.toSeconds() + " s.");
        }
        int code = server.exitCode();
        String hint = code == ExitCode.CANNOT_LISTEN.code() ? "\nOn any free port: dist/launcher -p 0" : "";
        return new Stop(exitCode(code), "the server did not start (exit code " + code + "); above it says why." + hint);
    }

    private static ExitCode exitCode(int code) {
        return Stream.of(ExitCode.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElse(ExitCode.BUG);
    }

    /** Starts all clients at once and says on the screen how many of them are connected, and why the others are not. */
    void startClients() throws Stop, InterruptedException {
        for (Child client : clients) {
            launchClient(client);
        }
        int connected = 0;
        for (Child client : clients) {
            connected += isConnected(client) ? 1 : 0;
        }
        screen.say(connected + " of " + clients.size() + " clients are connected.");
    }

    /** Starts the child again and says on the screen how that went. */
    void start(Child child) throws Stop, InterruptedException {
        if (child == server) {
            startServer(port);
            return;
        }
        launchClient(child);
        if (isConnected(child)) {
            screen.say(child.name() + " is connected.");
        }
    }

    private void launchClient(Child client) throws Stop {
        launch(client, programs.client(port, client.name()));
    }

    private boolean isConnected(Child client) throws InterruptedException {
        boolean connected = client.awaitReady(START).isPresent();
        if (!connected) {
            screen.say(client.whyNotReady());
        }
        return connected;
    }

    private synchronized void launch(Child child, List<String> command) throws Stop {
        if (closed) {
            throw new Stop(ExitCode.OK, "the launcher is ending; " + child.name() + " is not started.");
        }
        child.start(command);
    }

    /** Ends the clients, then the server; returns when all are gone. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        all().forEach(Child::wantEnd);
        Ending.of(processes(clients));
        Ending.of(processes(List.of(server)));
    }

    private static List<ChildProcess> processes(List<Child> children) {
        List<ChildProcess> processes = new ArrayList<>();
        children.forEach(child -> child.process().ifPresent(processes::add));
        return processes;
    }
}
