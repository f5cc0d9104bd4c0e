package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;

/** What a page in a browser can do: the JDK's WebSocket, and a queue of what it hears. */
public final class Browser implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket socket;

    private Browser(HttpClient client, URI at) throws Exception {
        this.socket = await(client.newWebSocketBuilder().buildAsync(at, this));
    }

    /** One that is connected. */
    public static Browser connect(URI at) throws Exception {
        return new Browser(HttpClient.newHttpClient(), at);
    }

    /** One that is connected as {@code client} connects. */
    public static Browser connect(HttpClient client, URI at) throws Exception {
        return new Browser(client, at);
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    public Browser send(String text) throws Exception {
        return send(text, true);
    }

    Browser send(String text, boolean last) throws Exception {
        await(socket.sendText(text, last));
        return this;
    }

    void ping(String text) throws Exception {
        await(socket.sendPing(ByteBuffer.wrap(text.getBytes(UTF_8))));
    }

    public void close(int code) throws Exception {
        await(socket.sendClose(code, ""));
    }

    /** Waits for the next message. */
    public String awaitMessage() throws InterruptedException {
        String message = messages.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).as("a message of the server's").isNotNull();
        return message;
    }

    /** Nothing has come that was not waited for. */
    public void assertSilent() {
        assertThat(messages).isEmpty();
    }

    /** Waits for the server's close, and says with which code it came. */
    public int awaitClose() throws Exception {
        return await(closed);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        begun.append(text);
        if (last) {
            messages.add(begun.toString());
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        messages.add("pong " + UTF_8.decode(payload));
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
