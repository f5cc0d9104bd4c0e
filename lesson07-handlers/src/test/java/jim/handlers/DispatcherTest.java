package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jim.handlers.Shop.Clerk;
import jim.handlers.Shop.Coffee;
import jim.handlers.Shop.Counter;
import jim.handlers.Shop.Order;
import jim.handlers.Shop.RealKitchen;
import jim.handlers.Shop.Tea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DispatcherTest {
    static final class Methods {
        @Handles("hello")
        public String hello(String who) {
            return "hello " + who;
        }

        @Handles("package")
        String ofThePackage(String who) {
            return "package " + who;
        }

        @SuppressWarnings("UnusedMethod") // It is found by its mark.
        @Handles("private")
        private String hidden(String who) {
            return "private " + who;
        }

        @Handles({"bye", "ciao"})
        String bye(String who) {
            return "bye " + who;
        }

        @Handles("any")
        String anyObject(Object who) {
            return "any " + who;
        }

        String unmarked(String who) {
            return who;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "package", "private", "bye", "any"})
    void aMarkedMethodHandlesItsCommandWhateverItsAccess(String word) throws IOException {
        assertThat(words(new Methods()).find(word).handler().serve("ann")).isEqualTo(word + " ann");
    }

    @Test
    void oneMarkMayNameSeveralCommands() throws IOException {
        assertThat(words(new Methods()).find("ciao").handler().serve("ann")).isEqualTo("bye ann");
    }

    @Test
    void theTableHasTheMarkedCommandsAndNoOthers() {
        Dispatcher<String, Clerk> table = words(new Methods());
        assertThat(table.commands()).containsExactlyInAnyOrder("hello", "package", "private", "bye", "ciao", "any");
        assertThat(table.find("unmarked")).isNull();
    }

    @Handles("class")
    record Whole(String greeting) implements Clerk {
        @Override
        public String serve(String who) {
            return greeting + " " + who;
        }
    }

    @Test
    void aMarkedClassIsItsOwnHandler() {
        Whole whole = new Whole("good day");
        assertThat(words(whole).find("class").handler()).isSameAs(whole);
    }

    @Test
    void handlersOfSeveralObjectsStandInOneTable() {
        assertThat(words(new Methods(), new Whole("good day")).commands()).contains("hello", "class");
    }

    static class Parent {
        final List<String> calls = new ArrayList<>();

        @Handles("inherited")
        String inherited(String who) {
            return "parent";
        }

        @Handles("overridden")
        String overridden(String who) {
            return "parent";
        }

        @Handles("old word")
        String renamed(String who) {
            return "parent";
        }

        @SuppressWarnings("UnusedMethod")
        @Handles("secret of the parent")
        private String secret(String who) {
            calls.add(who);
            return "parent";
        }
    }

    static final class Child extends Parent {
        @Override
        String overridden(String who) {
            return "child";
        }

        @Override
        @Handles("new word")
        String renamed(String who) {
            return "child";
        }

        @SuppressWarnings("UnusedMethod")
        @Handles("secret of the child")
        private String secret(String who) {
            calls.add(who);
            return "child";
        }
    }

    @Test
    void aMarkIsInheritedAndTheOverridingMethodIsCalled() throws IOException {
        Dispatcher<String, Clerk> table = words(new Child());
        assertThat(table.find("inherited").handler().serve("")).isEqualTo("parent");
        assertThat(table.find("overridden").handler().serve("")).isEqualTo("child");
    }

    @Test
    void theMarkOfAnOverridingMethodReplacesTheOther() throws IOException {
        Dispatcher<String, Clerk> table = words(new Child());
        assertThat(table.find("new word").handler().serve("")).isEqualTo("child");
        assertThat(table.find("old word")).isNull();
    }

    @Test
    void privateMethodsOfOneNameDoNotReplaceEachOther() throws IOException {
        Dispatcher<String, Clerk> table = words(new Child());
        assertThat(table.find("secret of the parent").handler().serve("")).isEqualTo("parent");
        assertThat(table.find("secret of the child").handler().serve("")).isEqualTo("child");
    }

    interface Generic<T> {
        String serve(T who);
    }

    static final class OfTexts implements Generic<String> {
        @Override
        @Handles("generic")
        public String serve(String who) {
            return "generic " + who;
        }
    }

    @Test
    void aMethodOfAGenericInterfaceIsOneHandler() throws IOException {
        assertThat(words(new OfTexts()).find("generic").handler().serve("ann")).isEqualTo("generic ann");
    }

    @Test
    void theLastArgumentMayHaveAnotherClassForEachCommand() throws Exception {
        Dispatcher<Class<? extends Order>, Counter> table = Dispatcher.of(Shop.ORDER_CLASSES, new RealKitchen());
        assertThat(table.find(Tea.class).handler().take(() -> true, new Tea(2))).isEqualTo("2 cups");
        assertThat(table.find(Coffee.class).handler().take(() -> true, new Coffee(true)))
                .isEqualTo("black");
    }

    static final class Numbers {
        @Handles("7")
        Integer seven() {
            return 7;
        }
    }

    @Test
    void commandsMayBeNumbersAndHandlersMayTakeNothing() throws Exception {
        @SuppressWarnings("unchecked")
        Class<Callable<?>> shape = (Class<Callable<?>>) (Class<?>) Callable.class;
        Dispatcher<Integer, Callable<?>> table =
                Dispatcher.of(new Commands<>(shape, Integer::valueOf, number -> Object.class), new Numbers());
        assertThat(table.find(7).handler().call()).isEqualTo(7);
    }

    record Throwing(Clerk clerk) {
        @Handles("throw")
        String call(String who) throws IOException {
            return clerk.serve(who);
        }
    }

    static List<Exception> everyKindOfException() {
        return List.of(new IOException("checked"), new IllegalStateException("unchecked"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfException")
    void anExceptionComesOutAsItIs(Exception thrown) {
        Clerk handler = words(new Throwing(who -> {
                    if (thrown instanceof IOException checked) {
                        throw checked;
                    }
                    throw (RuntimeException) thrown;
                }))
                .find("throw")
                .handler();
        assertThat(catchThrowable(() -> handler.serve("ann"))).isSameAs(thrown);
    }

    @Handles("class")
    @TimeLimit(5)
    private record Timed() implements Clerk {
        @Override
        public String serve(String who) {
            return who;
        }
    }

    static final class TimedMethod {
        @Handles("method")
        @TimeLimit(7)
        String serve(String who) {
            return who;
        }
    }

    @Test
    void anEntryKnowsTheOtherMarksOfItsPlace() {
        Dispatcher<String, Clerk> table = words(new Timed(), new TimedMethod(), new Methods());
        assertThat(table.find("class").mark(TimeLimit.class))
                .map(TimeLimit::value)
                .contains(5L);
        assertThat(table.find("method").mark(TimeLimit.class))
                .map(TimeLimit::value)
                .contains(7L);
        assertThat(table.find("hello").mark(TimeLimit.class)).isEmpty();
    }

    @Test
    void aDecoratorIsPutAroundEachHandlerAndTheMarksStay() throws IOException {
        Dispatcher<String, Clerk> table = words(new TimedMethod(), new Methods())
                .decorated((word, handler) -> who -> word + ": " + handler.serve(who));
        assertThat(table.find("method").handler().serve("ann")).isEqualTo("method: ann");
        assertThat(table.find("ciao").handler().serve("ann")).isEqualTo("ciao: bye ann");
        assertThat(table.find("method").mark(TimeLimit.class)).isPresent();
    }

    private static Dispatcher<String, Clerk> words(Object... handlers) {
        return Dispatcher.of(Shop.WORDS, handlers);
    }
}
