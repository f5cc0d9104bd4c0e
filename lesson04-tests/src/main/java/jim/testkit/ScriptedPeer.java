package jim.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Response;

/**
 * A client or a server that does what a test says, on a real socket: it sends bytes in given pieces, and waits for whole
 * frames, never longer than its patience. What it waited for in vain is an {@link AssertionError}. For one thread.
 */
public final class ScriptedPeer implements AutoCloseable {
    /** How long it waits: much longer than an answer takes on a busy machine, much shorter than a person waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final JimCodec codec = new JimCodec();
    private final Framing framing = new JsonFraming();
    private final byte[] chunk = new byte[8_192];
    private ByteBuffer unread = ByteBuffer.allocate(0);

    private ScriptedPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** A client that is connected to {@code server}. */
    public static ScriptedPeer connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        socket.connect(server, (int) PATIENCE.toMillis());
        return new ScriptedPeer(socket);
    }

    /** A server for the next client that connects to {@code listening}. */
    public static ScriptedPeer accept(ServerSocket listening) throws IOException {
        listening.setSoTimeout((int) PATIENCE.toMillis());
        return new ScriptedPeer(listening.accept());
    }

    /** Sends each of {@code frames} in a write of its own. */
    public ScriptedPeer send(Frame... frames) throws IOException {
        for (Frame frame : frames) {
            socket.getOutputStream().write(frame.toByteArray());
        }
        return this;
    }

    /** Sends each of {@code pieces} in a write of its own. */
    public ScriptedPeer send(List<byte[]> pieces) throws IOException {
        for (byte[] piece : pieces) {
            socket.getOutputStream().write(piece);
        }
        return this;
    }

    /** Sends {@code json}, in which single quotes stand for double ones. */
    public ScriptedPeer send(String json) throws IOException {
        return send(WireExample.json(json));
    }

    /** Waits for the next whole frame. */
    public Frame awaitFrame() throws IOException {
        return awaitFrameOrEnd()
                .orElseThrow(() -> new AssertionError("expected a frame, got the end of the connection"));
    }

    /** Waits for the next whole frame; empty when the peer closes the connection instead. */
    public Optional<Frame> awaitFrameOrEnd() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Frame frame = nextFrame();
        while (frame == null) {
            int count = read(deadline);
            if (count < 0) {
                return Optional.empty();
            }
            unread = ByteBuffer.wrap(chunk, 0, count);
            frame = nextFrame();
        }
        return Optional.of(frame);
    }

    /** Waits for the next whole frame, which must be a server's answer. */
    public Response awaitAnswer() throws IOException {
        return answer(awaitFrame());
    }

    /** Waits until the peer closes the connection. All that it said until then must be a server's answers. */
    public List<Response> awaitAnswersUntilEnd() throws IOException {
        return awaitFramesUntilEnd().stream().map(this::answer).toList();
    }

    /** Waits until the peer closes the connection, and says what it sent until then. */
    public List<Frame> awaitFramesUntilEnd() throws IOException {
        List<Frame> frames = new ArrayList<>();
        Optional<Frame> frame = awaitFrameOrEnd();
        while (frame.isPresent()) {
            frames.add(frame.get());
            frame = awaitFrameOrEnd();
        }
        return frames;
    }

    /** Waits until the peer closes the connection, and allows no frame more. */
    public void awaitEnd() throws IOException {
        Optional<Frame> frame = awaitFrameOrEnd();
        if (frame.isPresent()) {
            throw new AssertionError("expected the end of the connection, got " + text(frame.get()));
        }
    }

    /** Says that it will send nothing more; it still receives. */
    public ScriptedPeer endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Drops the connection as a crash does: the peer gets a reset and not an orderly end. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Frame nextFrame() {
        try {
            return framing.next(unread);
        } catch (JimFault fault) {
            throw new AssertionError("the peer sent no JSON object", fault);
        }
    }

    private Response answer(Frame frame) {
        try {
            if (codec.fromServer(frame) instanceof Response response) {
                return response;
            }
        } catch (JimFault fault) {
            throw new AssertionError("expected an answer: " + text(frame), fault);
        }
        throw new AssertionError("expected an answer, got a message: " + text(frame));
    }

    /** The number of bytes read into {@link #chunk}, or -1 at the end of the connection, orderly or not. */
    private int read(long deadline) throws IOException {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        socket.setSoTimeout((int) left);
        try {
            return socket.getInputStream().read(chunk);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the peer was silent for " + PATIENCE.toSeconds() + " s", e);
        } catch (SocketException e) {
            return -1;
        }
    }

    private static String text(Frame frame) {
        return new String(frame.toByteArray(), UTF_8);
    }
}
