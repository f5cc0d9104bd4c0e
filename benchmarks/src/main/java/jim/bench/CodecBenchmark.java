package jim.bench;

import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Tracking;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to read a message, and to write it for whoever gets it and the answer for whoever sent it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    private static final String TEXT =
            "the quick brown fox jumps over the lazy dog ".repeat(3).substring(0, 100);

    private final JimCodec codec = new JimCodec();
    private final Frame request = Frame.of(
            "{\"action\":\"msg\",\"time\":1763721491,\"from\":\"ann\",\"to\":\"bob\",\"message\":\"" + TEXT + "\"}");
    private final Frame escaped = Frame.of(
            "{\"action\":\"msg\",\"time\":1763721491,\"from\":\"ann\",\"to\":\"bob\",\"message\":\"" + TEXT + "\\n\"}");
    private final Msg letter =
            new Msg("bob", "ann", TEXT, null, 1763721491.123, new Tracking(null, "eavyx9nyxt6p", 17L));
    private final Response answer = Response.of(Status.OK, "delivered");

    /** A {@code msg} whose values stand in it as they are. */
    @Benchmark
    public Request decodeMessage() throws JimFault {
        return codec.request(request);
    }

    /** A {@code msg} with an escape in its text. */
    @Benchmark
    public Request decodeEscaped() throws JimFault {
        return codec.request(escaped);
    }

    /** What a recipient gets who has asked for the extension {@code id}. */
    @Benchmark
    public Frame encodeLetter() {
        return codec.encode(letter);
    }

    /** What the sender gets. */
    @Benchmark
    public Frame encodeAnswer() {
        return codec.encode(answer);
    }
}
