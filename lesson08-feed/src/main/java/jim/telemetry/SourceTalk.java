package jim.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import jim.telemetry.Verdict.Accepted;

/** Hears one source, and answers each of its messages. */
final class SourceTalk {
    private final Board board;
    private final Duration patience;

    /**
     * @param patience how long nothing may come of a message that has begun; its source waits for an answer
     */
    SourceTalk(Board board, Duration patience) {
        this.board = board;
        this.patience = patience;
    }

    /**
     * Talks to {@code client} until one of the two has had enough. For a thread of its own.
     *
     * @return how it went, for the person who runs the server
     * @throws IOException when the connection breaks
     */
    String with(Socket client) throws IOException {
        client.setSoTimeout((int) patience.toMillis());
        ReportFraming framing = new ReportFraming();
        Answers answers = new Answers(client);
        byte[] chunk = new byte[8_192];
        int count = read(client.getInputStream(), chunk);
        while (count >= 0) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
            answers.give(count == 0 ? framing::afterSilence : () -> framing.next(bytes));
            count = read(client.getInputStream(), chunk);
        }
        answers.give(framing::afterSilence);
        return answers.summary();
    }

    /** The number of bytes read; 0 when none came for so long, -1 at the end of the stream. */
    private static int read(InputStream in, byte[] chunk) throws IOException {
        try {
            return in.read(chunk);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private final class Answers {
        private final Socket client;
        private long accepted;
        private long refused;

        Answers(Socket client) {
            this.client = client;
        }

        /** Answers each message that {@code verdicts} knows of. A report is answered when it is on its way. */
        void give(Supplier<Verdict> verdicts) throws IOException {
            for (Verdict verdict = verdicts.get(); verdict != null; verdict = verdicts.get()) {
                if (verdict instanceof Accepted report) {
                    board.publish(report.report());
                    accepted++;
                } else {
                    refused++;
                }
                client.getOutputStream().write(verdict.answer());
            }
        }

        String summary() {
            return accepted + " accepted, " + refused + " refused";
        }
    }
}
