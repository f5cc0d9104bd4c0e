package jim.messenger.client;

import java.util.concurrent.CompletableFuture;
import jim.cli.ExitCode;
import jim.cli.Stop;

/** What follows the login: the person types commands, until they leave or the server wants them no longer. */
final class Chat {
    private static final int LAST_LINE_MILLIS = 1_000;

    private final MessengerClient client;
    private final Console console;
    private final Commands commands;

    Chat(MessengerClient client, Console console) {
        this.client = client;
        this.console = console;
        commands = new Commands(client, console);
    }

    /**
     * Returns when the person has left.
     *
     * @throws Stop when the server has ended the visit, or not everything has reached it
     */
    void run(boolean withHelp) throws Stop {
        commands.run(withHelp ? "help" : "");
        // Nothing can wake a thread that waits for a line from a pipe: it is left alone when the server ends the visit.
        CompletableFuture<Void> typing = new CompletableFuture<>();
        Thread typist = new Thread(() -> type(typing), "typing");
        typist.setDaemon(true);
        typist.start();
        CompletableFuture.anyOf(typing, client.dismissed()).join();
        if (client.dismissed().isDone()) {
            putDown(typist);
            throw client.dismissed().join();
        }
        if (!client.quit() && !console.isInteractive()) {
            throw new Stop(
                    ExitCode.NO_SERVER,
                    "the server was away for a while, and not everything has reached it.\n"
                            + "See the lines above, and send it again.");
        }
    }

    private void type(CompletableFuture<Void> done) {
        try {
            String prompt = console.isInteractive() ? client.name() + ">" : "";
            String line = console.read(prompt);
            while (line != null && commands.run(line)) {
                line = console.read(prompt);
            }
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** A terminal ends the line that was being typed, so that the reason stands below it. */
    private void putDown(Thread typist) {
        typist.interrupt();
        if (console.isInteractive()) {
            try {
                typist.join(LAST_LINE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
