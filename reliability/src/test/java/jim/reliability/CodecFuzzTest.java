package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * Whatever comes over the wire becomes requests or a fault, and the answer to either is one object that keeps the bounds. The
 * build runs it on the inputs beside it; {@code JAZZER_FUZZ=1 mvn test -pl reliability -Dtest=CodecFuzzTest
 * -Dsurefire.failIfNoSpecifiedTests=false} looks for more.
 */
final class CodecFuzzTest {
    private final JimCodec codec = new JimCodec();

    @FuzzTest(maxDuration = "60s")
    void whatAServerAnswersIsAnObjectOfItsOwn(byte[] wire) throws JimFault {
        JsonFraming framing = new JsonFraming();
        ByteBuffer unread = ByteBuffer.wrap(wire);
        try {
            for (Frame frame = framing.next(unread); frame != null; frame = framing.next(unread)) {
                check(answer(frame));
            }
        } catch (JimFault fault) {
            check(fault.answer());
        }
    }

    /** As a session has it: what closes is thrown. */
    private Response answer(Frame frame) throws JimFault {
        try {
            return codec.request(frame).answered(Response.of(Status.OK, "done"));
        } catch (JimFault fault) {
            if (fault.closes()) {
                throw fault;
            }
            return fault.answer();
        }
    }

    private void check(Response answer) throws JimFault {
        Frame frame = codec.encode(answer);
        assertThat(frame.length()).isLessThanOrEqualTo(JsonFraming.MAX_BYTES);
        assertThat(codec.fromServer(frame)).isInstanceOf(Response.class);
    }
}
