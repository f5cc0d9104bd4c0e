package jim.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads whole frames from a blocking stream. One for each connection, because what one read brings beyond a frame
 * belongs to the next frame. For one thread.
 */
public final class FrameReader {
    private final InputStream in;
    private final Framing framing;
    private final byte[] chunk = new byte[4_096];
    private ByteBuffer unread = ByteBuffer.allocate(0);

    public FrameReader(InputStream in, Framing framing) {
        this.in = in;
        this.framing = framing;
    }

    /**
     * Waits for the next whole frame.
     *
     * @return the frame, or null when the peer has ended the stream between two frames
     * @throws EOFException when the stream ends inside a frame
     * @throws JimFault when the bytes can never become a frame
     * @throws IOException when the stream fails
     */
    public Frame read() throws IOException, JimFault {
        while (true) {
            Frame frame = framing.next(unread);
            if (frame != null) {
                return frame;
            }
            int count = in.read(chunk);
            if (count < 0) {
                if (framing.midFrame()) {
                    throw new EOFException("the peer ended the connection in the middle of a message");
                }
                return null;
            }
            unread = ByteBuffer.wrap(chunk, 0, count);
        }
    }

    /** Whether nothing has been read beyond the last frame. */
    public boolean isEmpty() {
        return !unread.hasRemaining() && !framing.midFrame();
    }
}
