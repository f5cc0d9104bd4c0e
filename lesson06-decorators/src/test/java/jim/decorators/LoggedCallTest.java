package jim.decorators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the line about a call says. */
class LoggedCallTest {
    @TempDir
    Path directory;

    private final RealDesk real = new RealDesk();
    private Recorded recorded;
    private Desk desk;

    @BeforeEach
    void decorate() throws IOException {
        recorded = new Recorded(directory);
        desk = LoggingProxy.of(Desk.class, real, recorded.logger());
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void aCallIsOneLineWithArgumentsCallerResultAndDuration() throws IOException {
        assertThat(desk.greet("ann", 2)).isEqualTo("hello hello ann");
        assertThat(recorded.messages())
                .containsExactly("greet(\"ann\", 2) called from "
                        + "aCallIsOneLineWithArgumentsCallerResultAndDuration -> \"hello hello ann\" in N ms");
    }

    @Test
    void aVoidMethodHasNoResult() throws IOException {
        desk.note(7);
        assertThat(recorded.messages()).containsExactly("note(7) called from aVoidMethodHasNoResult in N ms");
    }

    @Test
    void nullIsAnArgumentLikeAnother() throws IOException {
        desk.note(null);
        assertThat(recorded.messages()).singleElement().asString().startsWith("note(null) ");
    }

    @Test
    void argumentsAreShownAsTheyWereBeforeTheCall() throws IOException {
        desk.note(new ArrayList<>(List.of(1, 2)));
        assertThat(recorded.messages()).singleElement().asString().startsWith("note([1, 2]) ");
    }

    @Test
    void aSecretArgumentIsMasked() throws IOException {
        desk.login("ann", "s3cret");
        assertThat(recorded.messages()).singleElement().asString().startsWith("login(\"ann\", ***) ");
    }

    @Test
    void aSecretResultIsMasked() throws IOException, JimFault {
        assertThat(desk.token("ann")).isEqualTo("s3cret");
        assertThat(recorded.messages()).singleElement().asString().contains(" -> *** in ");
    }

    @Test
    void anExceptionOfACallWithSecretsTellsItsClassAlone() throws IOException {
        assertThat(catchThrowable(() -> desk.login("ann", ""))).hasMessageContaining("not a password");
        assertThat(catchThrowable(() -> desk.token(""))).hasMessage("s3cret");
        assertThat(recorded.messages())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" threw java.lang.IllegalArgumentException in N ms"),
                        line -> assertThat(line).endsWith(" threw jim.protocol.JimFault in N ms"));
    }

    @Test
    void theCallerIsTheFunctionNotADecoratorAroundIt() throws IOException {
        Desk twofold = LoginRequiredProxy.of(Desk.class, desk);
        twofold.greet("ann", 1);
        assertThat(recorded.messages())
                .singleElement()
                .asString()
                .contains(" called from theCallerIsTheFunctionNotADecoratorAroundIt -> ");
    }

    @Test
    void aLambdaGoesByTheFunctionInWhichItStands() throws IOException {
        List.of("ann").forEach(name -> desk.greet(name, 1));
        assertThat(recorded.messages())
                .singleElement()
                .asString()
                .contains(" called from aLambdaGoesByTheFunctionInWhichItStands -> ");
    }

    @Test
    void aConstructorGoesByItsClass() throws IOException {
        class Visitor {
            Visitor() {
                desk.greet("ann", 1);
            }
        }
        assertThat(new Visitor()).isNotNull();
        assertThat(recorded.messages()).singleElement().asString().contains(" called from new Visitor -> ");
    }

    @Test
    void anArgumentWhoseTextFailsDoesNotHarmTheCall() throws IOException {
        desk.note(new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("not now");
            }
        });
        assertThat(real.calls).containsExactly("note");
        assertThat(recorded.messages()).singleElement().asString().contains("(its toString fails)");
    }

    @Test
    void anObjectWithoutATextOfItsOwnIsShownByItsClass() throws IOException {
        desk.note(new Object());
        desk.note(Frame.of("abc"));
        desk.note(new Object[] {"a", 1, null});
        assertThat(recorded.messages())
                .extracting(line -> line.replaceFirst(" called.*", ""))
                .containsExactly("note(Object)", "note(Frame[3 bytes])", "note([\"a\", 1, null])");
    }

    @Test
    void longTextsAndArraysAreCut() throws IOException {
        desk.note("x".repeat(1_000));
        desk.note(new Integer[100]);
        assertThat(recorded.messages())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("note(\"" + "x".repeat(199) + "...) "),
                        line -> assertThat(line).startsWith("note([" + "null, ".repeat(10) + "...]) "));
    }
}
