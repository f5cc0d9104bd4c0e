package jim.protocol;

import java.nio.ByteBuffer;

/**
 * Cuts a stream of bytes into frames, however the bytes arrive. One for each connection, used by one thread at a time.
 */
public interface Framing {
    /**
     * Takes bytes from {@code in}, up to the end of the next frame.
     *
     * @param in bytes as they were read; what is not taken belongs to the frames after this one
     * @return the next whole frame, or null when all of {@code in} is taken and more bytes are needed
     * @throws JimFault for bytes that can never become a frame. When it closes, so must the connection; when it stays, the
     *     next call goes on behind those bytes
     */
    Frame next(ByteBuffer in) throws JimFault;

    /** Whether a frame has begun and has not ended: an end of the stream now would cut it off. */
    boolean midFrame();
}
