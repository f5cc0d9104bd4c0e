package jim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jim.protocol.Frame;
import jim.protocol.Hexadecimal;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JsonFraming;
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
    private final byte[] request = bytes(
            "{\"action\":\"msg\",\"time\":1763721491,\"from\":\"ann\",\"to\":\"bob\",\"message\":\"" + TEXT + "\"}");
    private final byte[] escaped = bytes(
            "{\"action\":\"msg\",\"time\":1763721491,\"from\":\"ann\",\"to\":\"bob\",\"message\":\"" + TEXT + "\\n\"}");
    private final Msg letter = new Msg("bob", "ann", TEXT, null, Instant.ofEpochMilli(1_763_721_491_123L));
    private final Hexadecimal id = new Hexadecimal(0x19a_a7c4_3b17_0002L);
    private final Response answer = Response.of(Status.OK, "delivered").with("id", id);

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }

    private Request read(byte[] json) throws JimFault {
        return codec.request(new JsonFraming().next(ByteBuffer.wrap(json)));
    }

    /** A {@code msg} whose values stand in it as they are, from its bytes on. */
    @Benchmark
    public Request decodeMessage() throws JimFault {
        return read(request);
    }

    /** A {@code msg} with an escape in its text. */
    @Benchmark
    public Request decodeEscaped() throws JimFault {
        return read(escaped);
    }

    /** What a recipient gets who has asked for the extension {@code id}. */
    @Benchmark
    public Frame encodeLetter() {
        return codec.encode(letter, id, 17);
    }

    /** What the sender gets. */
    @Benchmark
    public Frame encodeAnswer() {
        return codec.encode(answer);
    }
}
