package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jim.decorators.Caller;
import jim.decorators.Log;
import jim.decorators.LoggingProxy;
import jim.decorators.LoginRequired;
import jim.decorators.LoginRequiredProxy;
import jim.handlers.Shop.Coffee;
import jim.handlers.Shop.Counter;
import jim.handlers.Shop.Kitchen;
import jim.handlers.Shop.Order;
import jim.handlers.Shop.RealKitchen;
import jim.handlers.Shop.Tea;
import jim.logging.LogFile;
import jim.logging.LoggerSettings;
import jim.protocol.JimFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decorators of lesson 6 stay between the table and the handlers, one or two of them. */
final class DecoratedHandlersTest {
    private static final Caller STRANGER = () -> false;
    private static final Caller ANN = () -> true;

    @TempDir
    Path directory;

    private LogFile log;

    @BeforeEach
    void open() throws IOException {
        log = new LoggerSettings("kitchen", directory.resolve("kitchen.log")).open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aHandlerBehindALogIsLogged() throws Exception {
        Counter tea = table(logged(new RealKitchen())).find(Tea.class).handler();
        assertThat(tea.take(STRANGER, new Tea(2))).isEqualTo("2 cups");
        assertThat(lines()).singleElement().asString().contains(" tea(").contains("-> \"2 cups\"");
    }

    @Test
    void aHandlerBehindAGuardIsGuarded() throws Exception {
        Counter coffee = table(guarded(new RealKitchen())).find(Coffee.class).handler();
        assertThat(coffee.take(ANN, new Coffee(true))).isEqualTo("black");
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> coffee.take(STRANGER, new Coffee(true)));
    }

    @Test
    void aHandlerBehindTwoIsLoggedAndGuarded() throws Exception {
        for (Kitchen kitchen :
                List.of(logged(guarded(new RealKitchen())), logged(logged(guarded(new RealKitchen()))))) {
            Counter coffee = table(kitchen).find(Coffee.class).handler();
            assertThatExceptionOfType(JimFault.class).isThrownBy(() -> coffee.take(STRANGER, new Coffee(true)));
        }
        assertThat(lines()).hasSize(3).allMatch(line -> line.contains("threw jim.protocol.JimFault: log in first"));
    }

    /** Behind no interface: what is decorated is what the table has made of its methods. */
    static final class Bar {
        @Log
        @LoginRequired
        @Handles("coffee")
        String coffee(Caller who, Coffee coffee) {
            return "coffee at the bar";
        }
    }

    @Test
    void aHandlerWithoutAnInterfaceIsDecoratedWhenItIsInTheTable() throws Exception {
        Dispatcher<Class<? extends Order>, Counter> plain = Dispatcher.of(Shop.ORDER_CLASSES, new Bar());
        Method marked = (Method) plain.find(Coffee.class).place();
        Counter coffee = plain.decorated((order, counter) -> LoginRequiredProxy.of(
                        Counter.class, LoggingProxy.of(Counter.class, counter, marked, log.logger()), marked))
                .find(Coffee.class)
                .handler();
        assertThat(coffee.take(ANN, new Coffee(true))).isEqualTo("coffee at the bar");
        assertThatExceptionOfType(JimFault.class)
                .isThrownBy(() -> coffee.take(STRANGER, new Coffee(true)))
                .withMessageStartingWith("log in first: 'coffee' ");
        assertThat(lines()).singleElement().asString().contains(" coffee(").contains("-> \"coffee at the bar\"");
    }

    private Kitchen logged(Kitchen kitchen) {
        return LoggingProxy.of(Kitchen.class, kitchen, log.logger());
    }

    private static Kitchen guarded(Kitchen kitchen) {
        return LoginRequiredProxy.of(Kitchen.class, kitchen);
    }

    private static Dispatcher<Class<? extends Order>, Counter> table(Kitchen kitchen) {
        return Dispatcher.of(Shop.ORDER_CLASSES, kitchen);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("kitchen.log"));
    }
}
