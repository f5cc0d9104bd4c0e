package jim.decorators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import jim.protocol.JimFault;
import jim.protocol.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoggingProxyTest {
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
    void theTargetIsCalledExactlyOnce() throws Throwable {
        desk.greet("ann", 1);
        desk.note(1);
        desk.quiet("x");
        assertThat(catchThrowable(() -> desk.fail(new IOException("x")))).isNotNull();
        assertThat(real.calls).containsExactly("greet", "note", "quiet", "fail");
    }

    @Test
    void aMethodWithoutTheMarkIsNotLogged() throws IOException {
        assertThat(desk.quiet("psst")).isEqualTo("psst");
        assertThat(recorded.messages()).isEmpty();
    }

    private interface Handler {
        String handle(String first, String second) throws IOException;
    }

    @Test
    void aHandlerIsLoggedAsTheMethodBehindItIsMarkedAndCalled() throws Exception {
        Method login = Desk.class.getDeclaredMethod("login", String.class, String.class);
        Handler handler = LoggingProxy.of(Handler.class, real::login, login, recorded.logger());
        assertThat(handler.handle("ann", "pssst")).isEqualTo("welcome");
        assertThat(recorded.messages()).singleElement().asString().startsWith("login(\"ann\", ***) called from ");
    }

    @Test
    void aHandlerOfAMethodWithoutTheMarkIsNotLogged() throws Exception {
        Method unmarked = RealDesk.class.getDeclaredMethod("login", String.class, String.class);
        Handler handler = LoggingProxy.of(Handler.class, real::login, unmarked, recorded.logger());
        assertThat(handler.handle("ann", "pssst")).isEqualTo("welcome");
        assertThat(recorded.messages()).isEmpty();
    }

    static List<Throwable> everyKindOfThrowable() {
        return List.of(
                new IOException("checked"),
                new IllegalStateException("unchecked"),
                new StackOverflowError("error"),
                JimFault.stay(Status.CONFLICT, "of the protocol"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfThrowable")
    void anExceptionIsLoggedAndPassesThroughAsItIs(Throwable thrown) throws IOException {
        assertThat(catchThrowable(() -> desk.fail(thrown))).isSameAs(thrown);
        assertThat(recorded.messages()).singleElement().asString().contains(" threw " + thrown + " in N ms");
    }

    @Test
    void primitivesAndArraysComeThrough() throws IOException {
        assertThat(desk.sum(1, 2, 3)).isEqualTo(6);
        assertThat(recorded.messages())
                .singleElement()
                .asString()
                .startsWith("sum(1, long[2]) ")
                .contains(" -> 6 in ");
    }

    @Test
    void aDefaultMethodIsLoggedAndWhatItCallsOnItselfIsNot() throws IOException {
        assertThat(desk.twice("ab")).isEqualTo("abab");
        assertThat(recorded.messages()).singleElement().asString().startsWith("twice(\"ab\") ");
    }

    @Test
    void aSecretThatOnlyTheClassMarksIsMaskedToo() throws IOException {
        record Marked() implements Counter {
            @Override
            @Log
            public String login(@Secret String password) {
                return "welcome";
            }
        }
        LoggingProxy.of(Counter.class, new Marked(), recorded.logger()).login("s3cret");
        assertThat(recorded.messages()).singleElement().asString().startsWith("login(***) ");
    }

    interface Counter {
        String login(String password);
    }

    @Test
    void theMarkOnTheTypeMeansEachOfItsMethods() throws IOException {
        @Log
        record Marked() implements Counter {
            @Override
            public String login(String name) {
                return "welcome";
            }
        }
        LoggingProxy.of(Counter.class, new Marked(), recorded.logger()).login("ann");
        assertThat(recorded.messages()).hasSize(1);
    }

    @Log
    interface Shelf<T> {
        T put(T thing);
    }

    @Test
    void aGenericInterfaceIsDecoratedAsAnother() throws IOException {
        Shelf<Integer> shelf = thing -> thing + 1;
        @SuppressWarnings("unchecked")
        Shelf<Integer> decorated = LoggingProxy.of(Shelf.class, shelf, recorded.logger());
        assertThat(decorated.put(41)).isEqualTo(42);
        assertThat(recorded.messages())
                .singleElement()
                .asString()
                .startsWith("put(41) ")
                .contains(" -> 42 in ");
    }

    @Test
    void anInterfaceWithoutTheMarkCanBeLoggedAsAWhole() throws IOException {
        @SuppressWarnings("unchecked")
        Supplier<String> supplier = LoggingProxy.ofEveryMethod(Supplier.class, () -> "tea", recorded.logger());
        assertThat(supplier.get()).isEqualTo("tea");
        assertThat(recorded.messages())
                .singleElement()
                .asString()
                .startsWith("get() ")
                .contains(" -> \"tea\" in ");
    }

    @Test
    void equalTargetsMakeEqualProxies() {
        Object text = new String("tea");
        CharSequence tea = LoggingProxy.of(CharSequence.class, "tea", recorded.logger());
        assertThat(tea)
                .isEqualTo(LoggingProxy.of(CharSequence.class, (CharSequence) text, recorded.logger()))
                .hasSameHashCodeAs("tea")
                .hasToString("tea")
                .isNotEqualTo(LoggingProxy.of(CharSequence.class, "coffee", recorded.logger()))
                .isNotEqualTo("tea")
                .isNotEqualTo(null);
    }

    @Test
    void theMethodsOfEveryObjectAreNotLogged() throws IOException {
        Desk all = LoggingProxy.ofEveryMethod(Desk.class, real, recorded.logger());
        assertThat(all).hasToString("RealDesk").hasSameHashCodeAs(real).isEqualTo(desk);
        assertThat(recorded.messages()).isEmpty();
    }

    @Test
    void whenTheLoggerIsOffTheCallStillReachesItsTarget() {
        recorded.close();
        assertThat(desk.greet("ann", 1)).isEqualTo("hello ann");
    }
}
