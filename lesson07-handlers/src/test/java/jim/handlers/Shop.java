package jim.handlers;

import java.io.IOException;
import java.util.Map;
import jim.decorators.Caller;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.protocol.JimFault;

/** Small shapes and handlers for the tests of the table. */
final class Shop {
    private Shop() {}

    /** A shape whose commands are words. */
    interface Clerk {
        String serve(String who) throws IOException;
    }

    static final Commands<String, Clerk> WORDS = new Commands<>(Clerk.class, word -> word, word -> String.class);

    /** What a customer says: the commands are the classes of it. */
    sealed interface Order permits Tea, Coffee {}

    record Tea(int cups) implements Order {}

    record Coffee(boolean black) implements Order {}

    /** A shape with two arguments, the last of which has another class for each command. */
    interface Counter {
        String take(Caller who, Order order) throws JimFault;
    }

    private static final Map<String, Class<? extends Order>> ORDERS = Map.of("tea", Tea.class, "coffee", Coffee.class);

    static final Commands<Class<? extends Order>, Counter> ORDER_CLASSES =
            new Commands<>(Counter.class, Shop::order, order -> order);

    private static Class<? extends Order> order(String word) {
        Class<? extends Order> order = ORDERS.get(word);
        if (order == null) {
            throw new IllegalArgumentException(word + " is not on the card");
        }
        return order;
    }

    /** Handlers behind an interface; the marks stand here. */
    interface Kitchen {
        @Log
        @Handles("tea")
        String tea(Caller who, Tea tea) throws JimFault;

        String coffee(Caller who, Coffee coffee) throws JimFault;
    }

    /** Its marks for the coffee stand in the class. */
    static final class RealKitchen implements Kitchen {
        @Override
        public String tea(Caller who, Tea tea) {
            return tea.cups() + " cups";
        }

        @Override
        @Log
        @LoginRequired
        @Handles("coffee")
        public String coffee(Caller who, Coffee coffee) {
            return coffee.black() ? "black" : "white";
        }
    }
}
