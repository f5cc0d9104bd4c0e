package jim.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one whole object. Immutable, so one frame can be sent to any number of people from any thread. */
public final class Frame {
    /** The frame's own bytes, and behind them perhaps a line feed that is not the frame's. */
    private final byte[] bytes;

    private final int length;
    /** Where its fields stand, for an {@link Outline}; null when nobody has looked. */
    private final long[] fields;

    private Frame(byte[] bytes, int length, long[] fields) {
        this.bytes = bytes;
        this.length = length;
        this.fields = fields;
    }

    /** A frame with a copy of {@code length} bytes from {@code offset} on. */
    public static Frame copyOf(byte[] bytes, int offset, int length) {
        return copyOf(bytes, offset, length, null);
    }

    static Frame copyOf(byte[] bytes, int offset, int length, long[] fields) {
        byte[] copy = new byte[length + 1];
        System.arraycopy(bytes, offset, copy, 0, length);
        copy[length] = '\n';
        return new Frame(copy, length, fields);
    }

    /** A frame that is the first {@code length} of {@code bytes}, which nobody changes from now on. */
    static Frame holding(byte[] bytes, int length) {
        return new Frame(bytes, length, null);
    }

    /** A frame with the UTF-8 bytes of {@code text}. */
    public static Frame of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Frame(bytes, bytes.length, null);
    }

    /** Its length in bytes. */
    public int length() {
        return length;
    }

    /** The byte at {@code index}, from 0. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** Where its fields stand, if it is a flat object that {@link JsonFraming} has found in one piece; else null. */
    public Outline outline() {
        return fields == null ? null : new Outline(bytes, length, fields);
    }

    /** Its bytes from {@code from} up to, and without, {@code to}, as UTF-8. */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** This frame and a line feed, with which a server ends each object. */
    public Frame line() {
        return bytes.length > length && bytes[length] == '\n'
                ? new Frame(bytes, length + 1, fields)
                : copyOf(bytes, 0, length).line();
    }

    /** This frame without the line feed at its end, if it has one. */
    public Frame withoutLineFeed() {
        return length > 0 && bytes[length - 1] == '\n' ? new Frame(bytes, length - 1, fields) : this;
    }

    /** A read-only view of its bytes, from the first to the last. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length).slice().asReadOnlyBuffer();
    }

    /**
     * Puts its bytes from {@code from} on into {@code out}, as many as there is room for.
     *
     * @return how many
     */
    public int copyTo(ByteBuffer out, int from) {
        int count = Math.min(length - from, out.remaining());
        out.put(bytes, from, count);
        return count;
    }

    /** Puts {@code count} of its bytes, from {@code from} on, into {@code out} from {@code at} on. */
    public void copyTo(byte[] out, int at, int from, int count) {
        System.arraycopy(bytes, from, out, at, count);
    }

    /** A copy of its bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && Arrays.equals(bytes, 0, length, that.bytes, 0, that.length);
    }

    @Override
    public int hashCode() {
        return buffer().hashCode();
    }

    /** Its size alone: a frame may hold a password or a private text, and this is what a log would print. */
    @Override
    public String toString() {
        return "Frame[" + length + " bytes]";
    }
}
