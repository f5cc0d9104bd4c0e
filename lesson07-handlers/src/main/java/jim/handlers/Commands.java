package jim.handlers;

import java.util.function.Function;

/**
 * A set of commands: how they are called, and how they are handled.
 *
 * @param shape the functional interface of every handler; public, or in the package of the handlers
 * @param key reads the word of a {@link Handles} mark; what is no command is an {@link IllegalArgumentException}
 * @param argument for a key, the type of the last argument with which its handlers are called
 * @param <K> what names a command when a request has come; it has {@code equals} and {@code hashCode}
 * @param <H> the shape
 */
public record Commands<K, H>(Class<H> shape, Function<String, K> key, Function<K, Class<?>> argument) {}
