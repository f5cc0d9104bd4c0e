package jim.decorators;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A method of a target, with the marks that it has in the interface and in the class. As a step, just the call. */
final class MarkedMethod implements Step {
    private final Class<?> type;
    private final Method declared;
    private final Object target;
    /** Where the marks of the class are; another decorator may stand between. */
    private final Method implemented;

    /**
     * @param type the interface
     * @param declared its method, perhaps inherited from another interface
     * @param target an object of that interface
     */
    MarkedMethod(Class<?> type, Method declared, Object target) {
        this(
                type,
                declared,
                target,
                implementation(declared, Decorated.behind(target).getClass()));
    }

    private MarkedMethod(Class<?> type, Method declared, Object target, Method implemented) {
        this.type = type;
        this.declared = declared;
        this.target = target;
        this.implemented = implemented;
        // Needed where the interface is not public.
        if (!declared.trySetAccessible()) {
            throw new IllegalArgumentException(this + " cannot be called from " + MarkedMethod.class.getPackageName());
        }
    }

    private static Method implementation(Method declared, Class<?> behind) {
        try {
            return behind.getMethod(declared.getName(), declared.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(behind + " does not implement " + declared, e);
        }
    }

    /** The same for a target that does nothing but call {@code other}: with the name and the marks of that. */
    MarkedMethod thatCalls(Method other) {
        return new MarkedMethod(type, declared, target, other);
    }

    /** Calls the target, once; what it throws comes out as it is. */
    @Override
    public Object take(Object[] arguments) throws Throwable {
        try {
            return declared.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    String name() {
        return implemented.getName();
    }

    Class<?>[] parameters() {
        return declared.getParameterTypes();
    }

    boolean isVoid() {
        return declared.getReturnType() == void.class;
    }

    /** Whether callers must be ready for {@code exception}. */
    boolean declares(Class<? extends Exception> exception) {
        return Stream.of(declared.getExceptionTypes()).anyMatch(type -> type.isAssignableFrom(exception));
    }

    /** Whether the method has the mark {@code annotation}, here or there. */
    boolean has(Class<? extends Annotation> annotation) {
        return isOn(annotation, declared, implemented);
    }

    /** Whether the method has the mark, or a type that it belongs to. */
    boolean orItsTypeHas(Class<? extends Annotation> annotation) {
        return has(annotation)
                || isOn(
                        annotation,
                        type,
                        declared.getDeclaringClass(),
                        Decorated.behind(target).getClass(),
                        implemented.getDeclaringClass());
    }

    /** For each parameter, whether it has the mark. */
    boolean[] parametersWith(Class<? extends Annotation> annotation) {
        boolean[] marked = new boolean[declared.getParameterCount()];
        IntStream.range(0, marked.length)
                .forEach(i -> marked[i] = isOn(
                        annotation, declared.getParameters()[i], implemented.getParameters()[i]));
        return marked;
    }

    private static boolean isOn(Class<? extends Annotation> annotation, AnnotatedElement... elements) {
        return Stream.of(elements).anyMatch(element -> element.isAnnotationPresent(annotation));
    }

    @Override
    public String toString() {
        return type.getSimpleName() + "." + name();
    }
}
