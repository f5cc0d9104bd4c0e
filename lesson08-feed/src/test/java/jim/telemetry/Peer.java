package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.HexFormat;

/** A source or a listener that does what a test says, on a real socket. It waits for bytes, never longer than its patience. */
final class Peer implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Peer connect(int port) throws IOException {
        return new Peer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A peer for whom the system keeps little that it does not read. */
    static Peer connectNarrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Peer(socket);
    }

    Peer send(byte[]... parts) throws IOException {
        socket.getOutputStream().write(Wire.glued(parts));
        return this;
    }

    Peer send(Report report) throws IOException {
        return send(ReportCodec.encode(report));
    }

    /** Waits for as many bytes as {@code digits} spell, which must be these. */
    void awaitBytes(String digits) throws IOException {
        byte[] expected = Wire.hex(digits);
        byte[] got = in.readNBytes(expected.length);
        assertThat(HexFormat.of().formatHex(got)).isEqualTo(HexFormat.of().formatHex(expected));
    }

    /** Waits for {@code count} good answers. */
    void awaitAnswers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(in.readNBytes(4)).startsWith(0x11);
        }
    }

    /** Waits for bytes up to the first {@code end}, and returns all of them. */
    String awaitText(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < end.length() || text.lastIndexOf(end) != text.length() - end.length()) {
            int next = in.read();
            assertThat(next).as("after '%s', before '%s'", text, end).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    /** Waits until the server hangs up; what it said until then is thrown away. */
    void awaitEnd() throws IOException {
        try {
            in.skipNBytes(Long.MAX_VALUE);
        } catch (EOFException | SocketException e) {
            return;
        }
    }

    Peer endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Vanishes, as a program that was killed does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
