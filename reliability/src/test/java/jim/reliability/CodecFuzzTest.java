package jim.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * Whatever comes over the wire becomes requests or a fault, and the answer to either is one object that keeps the bounds. The
 * build runs each target on the inputs beside it; {@code JAZZER_FUZZ=1 mvn test -pl reliability -Dtest=CodecFuzzTest#whatIsRead*
 * -Dsurefire.failIfNoSpecifiedTests=false} looks for more, with one target in a run.
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

    /** A flat object is read where it stands, all others as a whole: nobody may see which. */
    @FuzzTest(maxDuration = "60s")
    void whatIsReadWhereItStandsIsReadAsAWholeTheSame(byte[] wire) {
        Frame frame;
        try {
            frame = new JsonFraming().next(ByteBuffer.wrap(wire));
        } catch (JimFault noObject) {
            return;
        }
        if (frame != null) {
            byte[] bytes = frame.toByteArray();
            assertThat(understood(frame)).isEqualTo(understood(Frame.copyOf(bytes, 0, bytes.length)));
        }
    }

    private List<Object> understood(Frame frame) {
        try {
            Request request = codec.request(frame);
            return List.of(request.message(), request.echo().toString());
        } catch (JimFault fault) {
            return List.of(fault.closes(), fault.answer().toString());
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
