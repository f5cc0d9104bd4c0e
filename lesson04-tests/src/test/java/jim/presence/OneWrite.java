package jim.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;

/** A stream that must be written to once and then flushed, as an object on its way into a packet should be. */
final class OneWrite extends OutputStream {
    private byte[] written;
    private boolean flushed;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        assertThat(written).as("what was written before").isNull();
        written = new String(bytes, offset, length, UTF_8).getBytes(UTF_8);
    }

    @Override
    public void flush() {
        flushed = true;
    }

    String sent() {
        assertThat(flushed).as("flushed").isTrue();
        return new String(written, UTF_8);
    }
}
