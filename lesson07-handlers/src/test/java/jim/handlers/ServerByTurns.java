package jim.handlers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer.Script;

/** A server on a free port that plays one script with each client, one client after the other; then it hangs up. */
final class ServerByTurns implements AutoCloseable {
    /** Reads a request and hangs up. */
    static final Script HANG_UP = ScriptedPeer::awaitFrame;

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger clients = new AtomicInteger();
    private final CompletableFuture<Void> playing;

    /** The last of {@code scripts} is for all clients that come later, too. */
    ServerByTurns(Script... scripts) throws IOException {
        playing = CompletableFuture.runAsync(() -> play(List.of(scripts)), task -> new Thread(task, "turns").start());
    }

    private void play(List<Script> scripts) {
        try {
            while (true) {
                try (ScriptedPeer client = ScriptedPeer.accept(listening)) {
                    int turn = clients.getAndIncrement();
                    scripts.get(Math.min(turn, scripts.size() - 1)).play(client);
                }
            }
        } catch (SocketException e) {
            // Closed: no client comes any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a request and answers {@code line}. */
    static Script answering(String line) {
        return client -> {
            client.awaitFrame();
            client.send(line + "\n");
            client.awaitEnd();
        };
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** How many clients have come. */
    int clients() {
        return clients.get();
    }

    /** Hangs up for ever. What failed in a script, fails here. */
    @Override
    public void close() throws IOException {
        listening.close();
        playing.join();
    }
}
