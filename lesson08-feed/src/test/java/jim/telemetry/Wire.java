package jim.telemetry;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Reports and their bytes, for tests. */
final class Wire {
    static final Report EMPTY = new Report(0, "abc", SourceStatus.IDLE, List.of());
    static final byte[] EMPTY_BYTES = hex("01 0000 0000000000616263 01 00 60");

    static final Report FULL =
            new Report(1, "abc", SourceStatus.ACTIVE, List.of(new Field("hum", 70_000), new Field("temp", 36)));
    static final byte[] FULL_BYTES =
            hex("01 0001 0000000000616263 02 02" + " 000000000068756d 00011170 0000000074656d70 00000024 58");

    static final byte[] REFUSED = hex("12 0000 12");

    private Wire() {}

    /** The bytes that {@code digits} spell; spaces may stand between them. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** The bytes that {@code digits} spell, and their checksum. */
    static byte[] summed(String digits) {
        byte[] bytes = hex(digits + "00");
        for (int i = 0; i < bytes.length - 1; i++) {
            bytes[bytes.length - 1] ^= bytes[i];
        }
        return bytes;
    }

    static byte[] glued(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** {@code bytes} with one bit changed. */
    static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    /** Any report with {@code count} fields. */
    static Report random(Random random, int count) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The number keeps names apart.
            fields.add(new Field(i + "_" + text(random, 4), value(random)));
        }
        SourceStatus status = SourceStatus.of(random.nextInt(1, 4)).orElseThrow();
        return new Report(random.nextInt(65_536), text(random, 8), status, fields);
    }

    /** Small ones, which have many zeros and ones in their bytes, as often as others. */
    private static long value(Random random) {
        return random.nextLong(1L << random.nextInt(1, 33));
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(most + 1)).forEach(i -> text.append((char) random.nextInt(' ', 127)));
        return text.toString();
    }
}
