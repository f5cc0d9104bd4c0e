package jim.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reports as bytes, the largest byte of a number first. Texts are padded with 00 on the left.
 *
 * <pre>
 *   01 │ number 2 │ source 8 │ status 1 │ count 1 │ count × (name 8 │ value 4) │ XOR of all before it
 *   └────────────────── header ───────────────────┘
 * </pre>
 */
final class ReportCodec {
    static final byte BEGIN = 0x01;
    static final int HEADER = 13;
    static final int MOST_FIELDS = 255;
    /** The length of the longest report. */
    static final int LONGEST = length(MOST_FIELDS);

    private static final int SOURCE = 3;
    private static final int STATUS = 11;
    private static final int COUNT = 12;
    private static final int TEXT = 8;
    private static final int FIELD = 12;

    private ReportCodec() {}

    /** The length of a report with {@code fields} fields. */
    static int length(int fields) {
        return HEADER + fields * FIELD + 1;
    }

    static byte[] encode(Report report) {
        ByteBuffer out = ByteBuffer.allocate(length(report.fields().size()));
        out.put(BEGIN).putShort((short) report.number());
        putText(out, report.source());
        out.put((byte) report.status().code()).put((byte) report.fields().size());
        for (Field field : report.fields()) {
            putText(out, field.name());
            out.putInt((int) field.value());
        }
        return out.put(xor(out.duplicate().flip())).array();
    }

    /**
     * Whether {@code b} can stand at {@code offset} of a report, as far as one byte can tell: {@link #BEGIN} first, no
     * control character in a text, a status that there is. The checksum is none of its business.
     */
    static boolean isPossible(int offset, byte b) {
        if (offset == 0) {
            return b == BEGIN;
        }
        if (offset == STATUS) {
            return SourceStatus.of(b).isPresent();
        }
        return !isInText(offset) || b == 0 || (b >= ' ' && b <= '~');
    }

    /** The report with which {@code bytes} begins; empty when it is not whole, not possible, or contradicts itself. */
    static Optional<Report> decode(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        if (in.remaining() <= HEADER || in.remaining() < claimedLength(in)) {
            return Optional.empty();
        }
        in.limit(claimedLength(in));
        if (!isPossible(in) || xor(in.duplicate()) != 0) {
            return Optional.empty();
        }
        List<Field> fields = fields(in.duplicate().position(HEADER).limit(in.limit() - 1));
        return hasNameTwice(fields) ? Optional.empty() : Optional.of(report(in, fields));
    }

    private static Report report(ByteBuffer in, List<Field> fields) {
        int number = in.getShort(1) & 0xFFFF;
        String source = text(in.duplicate().position(SOURCE));
        return new Report(number, source, SourceStatus.of(in.get(STATUS)).orElseThrow(), fields);
    }

    private static int claimedLength(ByteBuffer in) {
        return length(in.get(COUNT) & 0xFF);
    }

    private static boolean isPossible(ByteBuffer in) {
        return IntStream.range(0, in.limit() - 1).allMatch(offset -> isPossible(offset, in.get(offset)));
    }

    /** All of {@code bytes}, each combined with the others by XOR; 0 when the last one is the checksum of the others. */
    static byte xor(ByteBuffer bytes) {
        byte xor = 0;
        while (bytes.hasRemaining()) {
            xor ^= bytes.get();
        }
        return xor;
    }

    private static boolean isInText(int offset) {
        boolean inSource = offset >= SOURCE && offset < STATUS;
        return inSource || (offset >= HEADER && (offset - HEADER) % FIELD < TEXT);
    }

    private static void putText(ByteBuffer out, String text) {
        out.put(new byte[TEXT - text.length()]).put(text.getBytes(US_ASCII));
    }

    /** Sources that pad on the right, or in the middle, are understood too. */
    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[TEXT];
        in.get(bytes);
        return new String(bytes, US_ASCII).replace("\0", "");
    }

    private static List<Field> fields(ByteBuffer in) {
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            fields.add(new Field(text(in), in.getInt() & Field.MOST));
        }
        return fields;
    }

    private static boolean hasNameTwice(List<Field> fields) {
        Set<String> names = new HashSet<>();
        return !fields.stream().allMatch(field -> names.add(field.name()));
    }
}
