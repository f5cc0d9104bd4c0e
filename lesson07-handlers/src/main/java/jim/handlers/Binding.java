package jim.handlers;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * Makes objects of a functional interface out of methods, at run time, as the compiler does for {@code actions::msg}.
 *
 * @param <H> the functional interface
 */
final class Binding<H> {
    private final Class<H> shape;
    private final Method expected;

    Binding(Class<H> shape) {
        this.shape = shape;
        List<Method> open = Arrays.stream(shape.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        if (!shape.isInterface() || open.size() != 1) {
            throw new IllegalArgumentException(shape.getName() + " is no interface with one method");
        }
        this.expected = open.get(0);
    }

    /**
     * The handler at {@code place}, on {@code object}.
     *
     * @param argument what its last parameter must accept
     */
    H bind(Place place, Object object, Class<?> argument) {
        if (!(place.element() instanceof Method method)) {
            return itself(place, object);
        }
        MethodType called = called(argument);
        check(place, method, called);
        try {
            return bind(reachable(place, method, object), object, called);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(place + " cannot be called from " + shape.getName(), e);
        }
    }

    private H itself(Place place, Object object) {
        if (!shape.isInstance(object)) {
            throw new IllegalArgumentException(place + " has @Handles, so it must implement " + shape.getName()
                    + ", or have the mark on a method");
        }
        return shape.cast(object);
    }

    /** The shape's method, as it will be called for one command. */
    private MethodType called(Class<?> argument) {
        MethodType type = MethodType.methodType(expected.getReturnType(), expected.getParameterTypes());
        return type.parameterCount() == 0 ? type : type.changeParameterType(type.parameterCount() - 1, argument);
    }

    private void check(Place place, Method method, MethodType called) {
        if (Modifier.isStatic(method.getModifiers())
                || method.getParameterCount() != called.parameterCount()
                || !accepts(method.getParameterTypes(), called.parameterArray())
                || !fits(called.returnType(), method.getReturnType())
                || !throwsNoMore(method)) {
            throw new IllegalArgumentException(place + " cannot handle '"
                    + String.join("', '", place.mark().value())
                    + "': expected a method like " + shape.getName() + "." + expected.getName() + called
                    + throwing());
        }
    }

    private static boolean accepts(Class<?>[] parameters, Class<?>[] arguments) {
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAssignableFrom(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> wanted, Class<?> given) {
        return wanted == void.class || wanted.isAssignableFrom(given);
    }

    /** What callers of the shape are not ready for must not come out of it. */
    private boolean throwsNoMore(Method method) {
        return Arrays.stream(method.getExceptionTypes())
                .filter(type -> !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type))
                .allMatch(type -> Arrays.stream(expected.getExceptionTypes())
                        .anyMatch(declared -> declared.isAssignableFrom(type)));
    }

    private String throwing() {
        List<String> exceptions = Arrays.stream(expected.getExceptionTypes())
                .map(Class::getSimpleName)
                .toList();
        return exceptions.isEmpty() ? "" : " throws " + String.join(", ", exceptions);
    }

    /** A decorator is reached through the interfaces that it stands for, and not through the class behind it. */
    private static Method reachable(Place place, Method method, Object object) {
        if (method.getDeclaringClass().isInstance(object)) {
            return method;
        }
        return Arrays.stream(object.getClass().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(declared -> declared.getName().equals(method.getName())
                        && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        place + " stands in no interface of its decorator, so it would be called without it"));
    }

    private H bind(Method method, Object object, MethodType called) throws Throwable {
        Class<?> owner = method.getDeclaringClass();
        Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        MethodHandle maker = LambdaMetafactory.metafactory(
                        lookup,
                        expected.getName(),
                        MethodType.methodType(shape, owner),
                        MethodType.methodType(expected.getReturnType(), expected.getParameterTypes()),
                        lookup.unreflect(method),
                        called)
                .getTarget();
        return shape.cast(maker.invoke(object));
    }
}
