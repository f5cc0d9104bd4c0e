package jim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JsonFraming;
import jim.protocol.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server must make of the bytes that a client sends: the rows of {@link WireExamples}. A test class implements
 * this interface and has all of its tests.
 */
public interface CodecContract {
    /** Reads {@code frame} as a server reads what a client sent. */
    JimMessage request(Frame frame) throws JimFault;

    /** What finds the frames for {@link #request}. */
    default Framing newFraming() {
        return new JsonFraming();
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#requests")
    default void aGoodRequestIsUnderstood(WireExample example) throws JimFault {
        assertThat(new Verdict.Accepted(request(example.wire()))).isEqualTo(example.verdict());
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#contentFaults")
    default void aFaultInTheContentStays(WireExample example) {
        JimFault fault = fault(example);
        assertThat(fault).hasMessageContaining(((Verdict.Stays) example.verdict()).says());
        assertThat(fault.closes()).as("closes").isFalse();
        assertThat(fault.answer().is(Status.BAD_REQUEST)).as("is answered 400").isTrue();
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#notJson")
    default void whatIsNoStrictJsonCloses(WireExample example) {
        JimFault fault = fault(example);
        assertThat(fault).hasMessageContaining(((Verdict.Closes) example.verdict()).says());
        assertThat(fault.closes()).as("closes").isTrue();
        assertThat(fault.answer().is(Status.BAD_REQUEST)).as("is answered 400").isTrue();
    }

    /** The first fault in the bytes of {@code example}. */
    private JimFault fault(WireExample example) {
        Framing framing = newFraming();
        ByteBuffer in = example.wire().buffer();
        try {
            for (Frame frame = framing.next(in); frame != null; frame = framing.next(in)) {
                request(frame);
            }
        } catch (JimFault fault) {
            return fault;
        }
        throw new AssertionError("no fault was found in: " + example);
    }
}
