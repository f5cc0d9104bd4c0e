package jim.bench.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A message as it goes to the server, again and again with another {@link Text}. For one thread. */
public final class Draft {
    private final byte[] bytes;
    private final int textAt;

    Draft(String before, Text text, String after) {
        this.bytes = (before + text.letters() + after).getBytes(ISO_8859_1);
        this.textAt = before.length();
    }

    /** The message as it stands now; the array is always the same. */
    public byte[] bytes() {
        return bytes;
    }

    /** Writes which message of its sender this is, and when it was to be sent. */
    public void stamp(int number, long time) {
        Text.stamp(bytes, textAt, number, time);
    }
}
