package jim.handlers;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which command goes to which handler. The table is made once, from the marks of the handlers; what is wrong with them is
 * found then, and not when the first request comes. A call is a call of the shape's method, without reflection.
 * Immutable; for any thread.
 *
 * @param <K> what names a command
 * @param <H> the functional interface of every handler
 */
public final class Dispatcher<K, H> {
    private final Map<K, Entry<H>> table;

    /** One handler in the table, and the method or the class that has its mark. */
    public record Entry<H>(H handler, AnnotatedElement place) {
        /** Another mark that stands there too. */
        public <A extends Annotation> Optional<A> mark(Class<A> annotation) {
            return Optional.ofNullable(place.getAnnotation(annotation));
        }
    }

    private Dispatcher(Map<K, Entry<H>> table) {
        this.table = table;
    }

    /**
     * A table of all handlers in {@code objects}, which may be decorated.
     *
     * @throws IllegalArgumentException when an object has no handler, when two handlers want one command, or when a handler
     *     does not fit the shape; the message names the places
     */
    public static <K, H> Dispatcher<K, H> of(Commands<K, H> commands, Object... objects) {
        Binding<H> binding = new Binding<>(commands.shape());
        Map<K, Entry<H>> table = new HashMap<>();
        for (Object object : objects) {
            for (Place place : Place.allIn(object)) {
                for (String word : place.mark().value()) {
                    K key = key(commands, word, place);
                    H handler = binding.bind(place, object, commands.argument().apply(key));
                    put(table, key, new Entry<>(handler, place.element()));
                }
            }
        }
        return new Dispatcher<>(table);
    }

    private static <K> K key(Commands<K, ?> commands, String word, Place place) {
        try {
            return commands.key().apply(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + " handles '" + word + "', which is no command here", e);
        }
    }

    private static <K, H> void put(Map<K, Entry<H>> table, K key, Entry<H> entry) {
        Entry<H> other = table.putIfAbsent(key, entry);
        if (other != null) {
            throw new IllegalArgumentException(
                    "two handlers for '" + key + "': " + new Place(other.place()) + " and " + new Place(entry.place()));
        }
    }

    /**
     * This table with something around each handler.
     *
     * @param decorator makes of a command and its handler what is called in its place, such as a logging proxy
     */
    public Dispatcher<K, H> decorated(BiFunction<K, H, H> decorator) {
        Map<K, Entry<H>> decorated = new HashMap<>();
        table.forEach((key, entry) ->
                decorated.put(key, new Entry<>(decorator.apply(key, entry.handler()), entry.place())));
        return new Dispatcher<>(decorated);
    }

    /** The handler of {@code key}, or null when there is none. */
    public Entry<H> find(K key) {
        return table.get(key);
    }

    /** Every command that has a handler. */
    public Set<K> commands() {
        return Set.copyOf(table.keySet());
    }
}
