package jim.handlers;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import jim.decorators.LoggingProxy;
import jim.handlers.Shop.Clerk;
import jim.handlers.Shop.Kitchen;
import jim.handlers.Shop.RealKitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a handler is found when the table is made, and the sentence names the places. */
final class DispatcherRefusalsTest {
    static final class Hello {
        @Handles("hello")
        String hello(String who) {
            return who;
        }
    }

    static final class AlsoHello {
        @Handles({"hi", "hello"})
        String greet(Object who) {
            return "";
        }
    }

    @Handles("hello")
    private record WholeHello() implements Clerk {
        @Override
        public String serve(String who) {
            return who;
        }
    }

    @Test
    void twoHandlersForOneCommandAreRefusedWithBothPlaces() {
        assertRefused(
                "two handlers for 'hello': " + name("$Hello.hello(String)") + " and "
                        + name("$AlsoHello.greet(Object)"),
                new Hello(),
                new AlsoHello());
        assertRefused(
                "two handlers for 'hello': " + name("$WholeHello") + " and " + name("$Hello.hello(String)"),
                new WholeHello(),
                new Hello());
    }

    @Test
    void oneHandlerTwiceIsTwoHandlers() {
        assertRefused("two handlers for 'hello': ", new Hello(), new Hello());
    }

    @Test
    void anObjectWithoutAMarkIsRefused() {
        assertRefused("java.lang.String has no @Handles, neither above it nor on a method", "not a handler");
    }

    static final class TooMany {
        @Handles("x")
        String bad(String who, String more) {
            return who;
        }
    }

    static final class TooFew {
        @Handles("x")
        String bad() {
            return "";
        }
    }

    static final class OtherArgument {
        @Handles("x")
        String bad(Integer who) {
            return "";
        }
    }

    static final class OtherResult {
        @Handles("x")
        Object bad(String who) {
            return who;
        }
    }

    static final class NoResult {
        @Handles("x")
        void bad(String who) {}
    }

    static final class ThrowsMore {
        @Handles("x")
        String bad(String who) throws Exception {
            if (who.isEmpty()) {
                throw new Exception();
            }
            return who;
        }
    }

    static final class Static {
        @Handles("x")
        static String bad(String who) {
            return who;
        }
    }

    static Stream<Arguments> badSignatures() {
        return Stream.of(
                arguments(new TooMany(), "$TooMany.bad(String, String)"),
                arguments(new TooFew(), "$TooFew.bad()"),
                arguments(new OtherArgument(), "$OtherArgument.bad(Integer)"),
                arguments(new OtherResult(), "$OtherResult.bad(String)"),
                arguments(new NoResult(), "$NoResult.bad(String)"),
                arguments(new ThrowsMore(), "$ThrowsMore.bad(String)"),
                arguments(new Static(), "$Static.bad(String)"));
    }

    @ParameterizedTest
    @MethodSource("badSignatures")
    void aMethodThatDoesNotFitIsRefusedWithWhatWasExpected(Object handler, String place) {
        assertRefused(
                name(place) + " cannot handle 'x': expected a method like jim.handlers.Shop$Clerk.serve(String)String"
                        + " throws IOException",
                handler);
    }

    @Handles("x")
    static final class NoClerk {}

    @Test
    void aMarkedClassMustImplementTheShape() {
        assertRefused(name("$NoClerk") + " has @Handles, so it must implement jim.handlers.Shop$Clerk", new NoClerk());
    }

    static final class Milk {
        @Handles({"tea", "milk"})
        String milk(Object who, Object order) {
            return "";
        }
    }

    @Test
    void aWordThatIsNoCommandIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispatcher.of(Shop.ORDER_CLASSES, new Milk()))
                .withMessage(name("$Milk.milk(Object, Object) handles 'milk', which is no command here"))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    interface Half {
        String shown();
    }

    static final class Whole implements Half {
        @Override
        public String shown() {
            return "";
        }

        @Handles("x")
        public String notInTheInterface(String who) {
            return who;
        }
    }

    @Test
    void aHandlerThatItsDecoratorDoesNotSeeIsRefused() {
        Half decorated = LoggingProxy.ofEveryMethod(
                Half.class, new Whole(), HandlerLogs.none().server());
        assertRefused(
                name("$Whole.notInTheInterface(String)")
                        + " stands in no interface of its decorator, so it would be called without it",
                decorated);
    }

    @Test
    void theShapeIsAnInterfaceWithOneMethod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispatcher.of(new Commands<>(String.class, word -> word, word -> Object.class)))
                .withMessage("java.lang.String is no interface with one method");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispatcher.of(
                        new Commands<>(Kitchen.class, word -> word, word -> Object.class), new RealKitchen()))
                .withMessage("jim.handlers.Shop$Kitchen is no interface with one method");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispatcher.of(new Commands<>(List.class, word -> word, word -> Object.class)));
    }

    private static void assertRefused(String message, Object... handlers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispatcher.of(Shop.WORDS, handlers))
                .withMessageStartingWith(message);
    }

    private static String name(String place) {
        return DispatcherRefusalsTest.class.getName() + place;
    }
}
