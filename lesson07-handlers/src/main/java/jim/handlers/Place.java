package jim.handlers;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jim.decorators.Decorated;

/**
 * Where a {@link Handles} mark stands.
 *
 * @param element a method, or a class
 */
record Place(AnnotatedElement element) {
    /** Every mark of {@code object}: of the class behind its decorators, and of all that this class extends. */
    static List<Place> allIn(Object object) {
        Class<?> behind = Decorated.behind(object).getClass();
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(behind, types);
        List<Place> places = new ArrayList<>();
        types.stream().filter(Place::isMarked).limit(1).forEach(type -> places.add(new Place(type)));
        places.addAll(methods(types));
        if (places.isEmpty()) {
            throw new IllegalArgumentException(behind.getName() + " has no @Handles, neither above it nor on a method");
        }
        return places;
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            collect(type.getSuperclass(), types);
            Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, types));
        }
    }

    /** A method that overrides another stands for both. */
    private static List<Place> methods(Set<Class<?>> types) {
        Map<List<Object>, Place> places = new LinkedHashMap<>();
        for (Class<?> type : types) {
            for (Method method : type.getDeclaredMethods()) {
                // The compiler copies marks to the bridges that it makes.
                if (isMarked(method) && !method.isBridge()) {
                    places.putIfAbsent(identity(method), new Place(method));
                }
            }
        }
        return List.copyOf(places.values());
    }

    private static boolean isMarked(AnnotatedElement element) {
        return element.isAnnotationPresent(Handles.class);
    }

    Handles mark() {
        return element.getAnnotation(Handles.class);
    }

    /** What an overriding method shares with the overridden one; nobody overrides a private method. */
    private static List<Object> identity(Method method) {
        return List.of(
                Modifier.isPrivate(method.getModifiers()) ? method.getDeclaringClass() : Object.class,
                method.getName(),
                List.of(method.getParameterTypes()));
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return element instanceof Method method
                ? method.getDeclaringClass().getName() + "." + signature(method)
                : ((Class<?>) element).getName();
    }
}
