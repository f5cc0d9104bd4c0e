package jim.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one whole object. Immutable, so one frame can be sent to any number of people from any thread. */
public final class Frame {
    private final byte[] bytes;

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A frame with a copy of {@code length} bytes from {@code offset} on. */
    public static Frame copyOf(byte[] bytes, int offset, int length) {
        return new Frame(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** A frame with the UTF-8 bytes of {@code text}. */
    public static Frame of(String text) {
        return new Frame(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its length in bytes. */
    public int length() {
        return bytes.length;
    }

    /** The byte at {@code index}, from 0. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** Its bytes from {@code from} up to, and without, {@code to}, as UTF-8. */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** This frame and a line feed, with which a server ends each object. */
    public Frame line() {
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return new Frame(line);
    }

    /** A read-only view of its bytes, from the first to the last. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * Puts its bytes from {@code from} on into {@code out}, as many as there is room for.
     *
     * @return how many
     */
    public int copyTo(ByteBuffer out, int from) {
        int count = Math.min(bytes.length - from, out.remaining());
        out.put(bytes, from, count);
        return count;
    }

    /** A copy of its bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Its size alone: a frame may hold a password or a private text, and this is what a log would print. */
    @Override
    public String toString() {
        return "Frame[" + bytes.length + " bytes]";
    }
}
