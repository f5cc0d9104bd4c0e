package jim.telemetry;

import java.nio.ByteBuffer;
import java.util.Optional;
import jim.telemetry.Verdict.Accepted;
import jim.telemetry.Verdict.Refused;

/**
 * Finds reports in a stream, however their bytes arrive, and finds the next one after a damaged one. One for each
 * connection, for one thread.
 *
 * <pre>
 *             01          13 bytes         12 for each field           1
 *   BETWEEN ─────▶ HEADER ────────▶ FIELDS ─────────────────▶ CHECKSUM ───▶ WHOLE ──▶ accepted, or refused
 *     ▲  │           │                 │
 *     └──┘           └─────────────────┴── an impossible byte ──▶ IMPOSSIBLE ──▶ refused
 *   another byte
 *
 *   accepted: BETWEEN, behind the report            refused: BETWEEN, one byte behind its beginning
 * </pre>
 *
 * <p>A report says itself how long it is, and a flipped bit in its count of fields moves its end. So after a refusal
 * nothing is skipped: the search goes on inside what was refused. What begins within the length that the refused one
 * claimed is judged quietly: a good report is accepted, and what else looks like one gets no answer, because one damaged
 * report is to be answered once.
 *
 * <p>A flipped bit is noticed, unless it is in the count, or looks like the beginning of another report, and the byte that
 * then stands for the checksum is right by chance. One byte of 256 is; a checksum of one byte cannot do better.
 */
final class ReportFraming {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final Verdict REFUSED = new Refused();

    private enum State {
        BETWEEN,
        HEADER,
        FIELDS,
        CHECKSUM,
        WHOLE,
        IMPOSSIBLE
    }

    private final byte[] kept = new byte[2 * ReportCodec.LONGEST];
    /** What is kept: from the first byte of the report that may be here, to the last byte that was taken. */
    private int start;

    private int end;

    private State state = State.BETWEEN;
    /** How many bytes from {@link #start} on the state has seen; those behind them are seen once more. */
    private int seen;
    /** The length that the header claims. */
    private int length;

    private boolean possible = true;
    /** How many bytes from {@link #start} on belong to a report that was refused already. */
    private int quiet;

    /**
     * Takes bytes from {@code in}, up to the end of the next report.
     *
     * @return what becomes of it, or null when all of {@code in} is taken and more bytes are needed
     */
    Verdict next(ByteBuffer in) {
        Verdict verdict = null;
        while (verdict == null && hasByte(in)) {
            state = after(kept[start + seen]);
            verdict = verdict();
        }
        return verdict == null && quiet > 0 && state != State.BETWEEN ? hidden() : verdict;
    }

    /**
     * What becomes of a report that has begun, and of which nothing has come for so long that nothing will. To be called
     * until it returns null.
     */
    Verdict afterSilence() {
        Verdict verdict = next(NOTHING);
        while (verdict == null && state != State.BETWEEN) {
            length = end - start;
            verdict = refuse();
            verdict = verdict == null ? next(NOTHING) : verdict;
        }
        quiet = verdict == null ? 0 : quiet;
        return verdict;
    }

    /** Whether there is a byte that the state has not seen; takes one from {@code in} when all that are kept are seen. */
    private boolean hasByte(ByteBuffer in) {
        if (start + seen < end) {
            return true;
        }
        if (!in.hasRemaining()) {
            return false;
        }
        if (end == kept.length) {
            System.arraycopy(kept, start, kept, 0, seen);
            start = 0;
            end = seen;
        }
        kept[end++] = in.get();
        return true;
    }

    private State after(byte b) {
        possible &= ReportCodec.isPossible(seen, b);
        seen++;
        return switch (state) {
            case BETWEEN -> possible ? State.HEADER : State.BETWEEN;
            case HEADER -> header(b);
            case FIELDS -> fields();
            default -> State.WHOLE;
        };
    }

    /** One that will be answered must say how long it is first, so that its remaining bytes are not answered again. */
    private State header(byte b) {
        if (seen < ReportCodec.HEADER) {
            return possible || quiet == 0 ? State.HEADER : State.IMPOSSIBLE;
        }
        length = ReportCodec.length(b & 0xFF);
        return fields();
    }

    private State fields() {
        if (!possible) {
            return State.IMPOSSIBLE;
        }
        return seen == length - 1 ? State.CHECKSUM : State.FIELDS;
    }

    private Verdict verdict() {
        return switch (state) {
            case BETWEEN -> {
                skip(1);
                yield null;
            }
            case WHOLE -> judge();
            case IMPOSSIBLE -> refuse();
            default -> null;
        };
    }

    private Verdict judge() {
        Verdict good = goodAt(start);
        return good == null ? refuse() : good;
    }

    /** Bytes of a refused report may look like the beginning of another that never ends. They must not hide a good one. */
    private Verdict hidden() {
        Verdict good = null;
        for (int at = start + 1; at < end && good == null; at++) {
            good = goodAt(at);
        }
        return good;
    }

    /** A good report that begins at {@code at}, and shows where reports begin; null when there is none. */
    private Verdict goodAt(int at) {
        Optional<Report> report = ReportCodec.decode(ByteBuffer.wrap(kept, at, end - at));
        if (report.isEmpty()) {
            return null;
        }
        skip(at - start + ReportCodec.length(report.get().fields().size()));
        quiet = 0;
        return new Accepted(report.get());
    }

    private Verdict refuse() {
        boolean answered = quiet > 0;
        quiet = answered ? quiet : length;
        skip(1);
        return answered ? null : REFUSED;
    }

    /** Begins again, {@code count} bytes later. */
    private void skip(int count) {
        start += count;
        quiet = Math.max(0, quiet - count);
        seen = 0;
        possible = true;
        state = State.BETWEEN;
    }
}
