package jim.telemetry;

import java.util.List;
import java.util.TreeMap;
import jim.cli.Stop;

/** One value that a source measured, from 0 to {@link #MOST}, and its name. */
record Field(String name, long value) {
    /** The largest value: 32 bits. */
    static final long MOST = 0xFFFF_FFFFL;

    private static final String NAME = "[!-<>-~]{1,8}";
    private static final String EXAMPLE = "write fields like this: hum=70000 temp=36";

    /** The fields that a person has typed, one in each of {@code words}, in the order in which they are sent. */
    static List<Field> parse(List<String> words) throws Stop {
        TreeMap<String, Field> fields = new TreeMap<>();
        for (String word : words) {
            Field field = parse(word);
            if (fields.put(field.name, field) != null) {
                throw Stop.usage("'" + field.name + "' is there twice: a report has one value for each name.");
            }
        }
        if (fields.size() > ReportCodec.MOST_FIELDS) {
            throw Stop.usage("a report has at most " + ReportCodec.MOST_FIELDS + " fields, not " + fields.size() + ".");
        }
        return List.copyOf(fields.values());
    }

    private static Field parse(String word) throws Stop {
        int equals = word.indexOf('=');
        if (equals < 0) {
            throw Stop.usage("'" + word + "' has no '=': " + EXAMPLE);
        }
        return new Field(name(word.substring(0, equals)), value(word, word.substring(equals + 1)));
    }

    private static String name(String typed) throws Stop {
        if (!typed.matches(NAME)) {
            throw Stop.usage("'" + typed + "' cannot be a name of 1 to 8 Latin letters, digits and signs: " + EXAMPLE);
        }
        return typed;
    }

    private static long value(String word, String typed) throws Stop {
        // Eighteen digits always fit into a long.
        if (typed.matches("[0-9]{1,18}") && Long.parseLong(typed) <= MOST) {
            return Long.parseLong(typed);
        }
        throw Stop.usage("the value in '" + word + "' is no number from 0 to " + MOST + ": " + EXAMPLE);
    }
}
