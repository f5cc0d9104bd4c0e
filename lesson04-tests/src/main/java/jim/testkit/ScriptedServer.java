package jim.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;

/** A server on a free port that takes one client and plays a script with it, on a thread of its own. */
public final class ScriptedServer implements AutoCloseable {
    /** What the server does with its client; afterwards it hangs up. */
    public interface Script {
        void play(ScriptedPeer client) throws IOException;
    }

    private final ServerSocket listening;
    private final CompletableFuture<Void> played;

    private ScriptedServer(ServerSocket listening, CompletableFuture<Void> played) {
        this.listening = listening;
        this.played = played;
    }

    /** A server that listens already. */
    public static ScriptedServer playing(Script script) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return new ScriptedServer(
                listening,
                CompletableFuture.runAsync(
                        () -> play(script, listening), task -> new Thread(task, "scripted server").start()));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** Waits until the script has been played. What failed in it, fails here. */
    @Override
    public void close() throws IOException {
        try (listening) {
            played.join();
        }
    }

    private static void play(Script script, ServerSocket listening) {
        try (ScriptedPeer client = ScriptedPeer.accept(listening)) {
            script.play(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
