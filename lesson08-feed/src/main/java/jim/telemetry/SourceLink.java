package jim.telemetry;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jim.telemetry.Verdict.Accepted;
import jim.telemetry.Verdict.Refused;

/** A source's connection to its server: one report at a time, and its answer. For one thread. */
final class SourceLink {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NUMBERS = 65_536;

    private final Socket server;
    private final String source;
    private int next;

    /**
     * @param server is connected
     * @param source the id that it reports under
     */
    SourceLink(Socket server, String source) throws IOException {
        this.server = server;
        this.source = source;
        server.setSoTimeout((int) PATIENCE.toMillis());
    }

    /** Sends a report and waits for what the server makes of it. */
    Verdict send(SourceStatus status, List<Field> fields) throws IOException {
        Report report = new Report(next, source, status, fields);
        next = (next + 1) % NUMBERS;
        server.getOutputStream().write(ReportCodec.encode(report));
        byte[] answer = answer();
        for (Verdict verdict : List.of(new Accepted(report), new Refused())) {
            if (Arrays.equals(answer, verdict.answer())) {
                return verdict;
            }
        }
        throw new IOException("it answers something else than a server for sources would");
    }

    private byte[] answer() throws IOException {
        try {
            byte[] answer = server.getInputStream().readNBytes(new Refused().answer().length);
            if (answer.length == 0) {
                throw new EOFException("it hung up");
            }
            return answer;
        } catch (SocketTimeoutException e) {
            throw new IOException("it has not answered for " + PATIENCE.toSeconds() + " s", e);
        }
    }
}
