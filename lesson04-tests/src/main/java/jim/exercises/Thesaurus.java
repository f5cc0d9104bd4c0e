package jim.exercises;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names under their first letters, as in an address book. */
public final class Thesaurus {
    private Thesaurus() {}

    /** {@code names} by first letter, letters in their order, names in the order in which they came. */
    public static SortedMap<String, List<String>> of(Collection<String> names) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .collect(Collectors.groupingBy(Thesaurus::firstLetter, TreeMap::new, Collectors.toList()));
    }

    /** A letter may be two Java chars, and a name may begin with a space. */
    private static String firstLetter(String name) {
        return Character.toString(name.strip().codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
