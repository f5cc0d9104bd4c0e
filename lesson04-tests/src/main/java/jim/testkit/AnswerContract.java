package jim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JimObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a client must make of the bytes that a server sends: the rows of {@link WireExamples#answers}. A test class
 * implements this interface and has all of its tests.
 */
public interface AnswerContract {
    /** Reads {@code frame} as a client reads what a server sent. */
    JimObject fromServer(Frame frame) throws JimFault;

    @ParameterizedTest
    @MethodSource("understood")
    default void whatAServerSaysIsUnderstood(WireExample example) throws JimFault {
        assertThat(new Verdict.Answer(fromServer(example.wire()))).isEqualTo(example.verdict());
    }

    @ParameterizedTest
    @MethodSource("refused")
    default void whatNoServerOfOursSaysIsRefused(WireExample example) {
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> fromServer(example.wire()))
                .withMessageContaining(((Verdict.NoAnswer) example.verdict()).says());
    }

    static Stream<WireExample> understood() {
        return WireExamples.answers().stream().filter(row -> row.verdict() instanceof Verdict.Answer);
    }

    static Stream<WireExample> refused() {
        return WireExamples.answers().stream().filter(row -> row.verdict() instanceof Verdict.NoAnswer);
    }
}
