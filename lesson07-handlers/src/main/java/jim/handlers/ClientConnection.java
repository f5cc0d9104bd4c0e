package jim.handlers;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.sockets.DeadlineStream;

/** An open connection to a server. For one thread at a time. */
final class ClientConnection implements AutoCloseable {
    private static final int MAX_ANSWER = 16 * 1_024 * 1_024;

    private final SocketChannel channel;
    private final DeadlineStream bytes;
    private final FrameReader in;

    private ClientConnection(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.bytes = new DeadlineStream(channel.socket(), patience);
        this.in = new FrameReader(bytes, new LineFraming(MAX_ANSWER));
    }

    /**
     * Connects.
     *
     * @param patience how long that may take, and how long each answer
     */
    static ClientConnection open(InetSocketAddress server, Duration patience) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            InetSocketAddress now = new InetSocketAddress(server.getHostString(), server.getPort());
            channel.socket().connect(now, (int) patience.toMillis());
            channel.socket().setTcpNoDelay(true);
            return new ClientConnection(channel, patience);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the server still keeps it open, and has said nothing that was not asked for. */
    boolean isFresh() {
        try {
            channel.configureBlocking(false);
            int count = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return count == 0 && in.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends {@code request} and waits for its answer. Closed when there is none: it could come later. */
    Answer ask(Request request) throws UnansweredException {
        try {
            bytes.restart();
            channel.socket().getOutputStream().write(line(request));
            return Answer.read(answer());
        } catch (SocketTimeoutException e) {
            throw unanswered(new SocketTimeoutException("there was no answer in time"));
        } catch (IOException e) {
            throw unanswered(e);
        } catch (JimFault fault) {
            throw unanswered(new IOException("the answer is not understood: " + fault.getMessage()));
        }
    }

    private UnansweredException unanswered(IOException why) {
        close();
        return new UnansweredException(true, why);
    }

    private static byte[] line(Request request) {
        ByteBuffer body = request.body().buffer();
        byte[] line = new byte[body.remaining() + 1];
        body.get(line, 0, body.remaining());
        line[line.length - 1] = '\n';
        return line;
    }

    private Frame answer() throws IOException, JimFault {
        Frame answer = in.read();
        if (answer == null) {
            throw new EOFException("the server closed the connection");
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It has ended either way.
        }
    }
}
