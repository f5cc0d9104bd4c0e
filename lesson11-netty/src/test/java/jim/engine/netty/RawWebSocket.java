package jim.engine.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A peer that speaks WebSocket byte by byte, and so can break every rule of it. */
public final class RawWebSocket implements AutoCloseable {
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    public static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;

    /** A connection on which nothing has been said. */
    public RawWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** One whose handshake for {@code path} is done. */
    public static RawWebSocket open(Socket socket, String path) throws IOException {
        RawWebSocket peer = new RawWebSocket(socket);
        peer.send(handshake(path, "localhost", ""));
        assertThat(peer.awaitHead()).startsWith("HTTP/1.1 101 ");
        return peer;
    }

    /** A request for {@code path} on {@code host}, with {@code more} lines. */
    public static String handshake(String path, String host, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\n" + more
                + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    }

    public RawWebSocket send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    public RawWebSocket send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawWebSocket endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Sends a frame as the rules want it, with {@code first} as its first byte. */
    public RawWebSocket sendFrame(int first, byte[] payload) throws IOException {
        return send(masked(first, payload));
    }

    public static byte[] masked(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % 4]));
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }

    /** Reads up to the empty line. */
    public String awaitHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Waits for a frame with this kind. */
    byte[] awaitFrame(int kind) throws IOException {
        assertThat(in.readUnsignedByte()).isEqualTo(FINAL | kind);
        return awaitPayload();
    }

    private byte[] awaitPayload() throws IOException {
        int length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
        byte[] payload = new byte[length];
        in.readFully(payload);
        return payload;
    }

    public String awaitText() throws IOException {
        return new String(awaitFrame(TEXT), UTF_8);
    }

    /** Waits for the next text; null when it is the close that comes, which must be the last. */
    public String awaitTextOrClose() throws IOException {
        int first = in.readUnsignedByte();
        String payload = new String(awaitPayload(), UTF_8);
        if (first == (FINAL | TEXT)) {
            return payload;
        }
        assertThat(first).isEqualTo(FINAL | CLOSE);
        awaitEnd();
        return null;
    }

    /** Waits for the close, which must be the last, and says its code. */
    public int awaitClose() throws IOException {
        int code = ByteBuffer.wrap(awaitFrame(CLOSE)).getShort();
        awaitEnd();
        return code;
    }

    public void awaitEnd() throws IOException {
        assertThat(in.readAllBytes()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
