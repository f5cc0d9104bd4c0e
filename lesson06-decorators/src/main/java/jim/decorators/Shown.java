package jim.decorators;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a value looks in a log: short, and never at the price of an exception. */
final class Shown {
    /** What stands in place of a secret. */
    static final String SECRET = "***";

    private static final int MAX_LENGTH = 200;
    private static final int MAX_ELEMENTS = 10;

    /** Whether a class, or one above it, says how its objects are written. */
    private static final ClassValue<Boolean> HAS_TEXT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException e) {
                throw new AssertionError("every object has toString", e);
            }
        }
    };

    private Shown() {}

    /** A text in quotes, an array with its first elements, an object as it writes itself or else by its class. */
    static String of(Object value) {
        return value instanceof Object[] array ? elements(array) : one(value);
    }

    private static String elements(Object[] array) {
        return Arrays.stream(array)
                .limit(MAX_ELEMENTS)
                .map(Shown::one)
                .collect(Collectors.joining(", ", "[", array.length > MAX_ELEMENTS ? ", ...]" : "]"));
    }

    private static String one(Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return type.getComponentType().getSimpleName() + "[" + Array.getLength(value) + "]";
        }
        return HAS_TEXT.get(type) ? cut(text(value)) : type.getSimpleName();
    }

    private static String text(Object value) {
        try {
            return value instanceof CharSequence ? "\"" + value + "\"" : value.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getSimpleName() + " (its toString fails)";
        }
    }

    private static String cut(String text) {
        return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
