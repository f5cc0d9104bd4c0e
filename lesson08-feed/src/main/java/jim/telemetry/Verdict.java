package jim.telemetry;

import java.nio.ByteBuffer;

/** What a server makes of a message that claimed to be a report. */
sealed interface Verdict {
    /** The four bytes that the source is answered. */
    byte[] answer();

    /** The report is good. Its answer repeats its number. */
    record Accepted(Report report) implements Verdict {
        @Override
        public byte[] answer() {
            ByteBuffer answer = ByteBuffer.allocate(4).put((byte) 0x11).putShort((short) report.number());
            return answer.put(ReportCodec.xor(answer.duplicate().flip())).array();
        }
    }

    /** It contradicts itself. */
    record Refused() implements Verdict {
        @Override
        public byte[] answer() {
            return new byte[] {0x12, 0, 0, 0x12};
        }
    }
}
