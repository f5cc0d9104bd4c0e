package jim.messenger.course;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jim.messenger.course.Aliases.Field;

/**
 * The words in which a client, or a server, puts its messages, as far as it has said any. Immutable.
 *
 * @param verb its word for {@code msg}; null until it has written a message
 * @param spellings its names of the fields, of those that it has used
 * @param isTimeText whether its {@code time} is a text, as Python's {@code time.ctime()} gives it
 */
public record Words(String verb, Map<Field, String> spellings, boolean isTimeText) {
    /** Of a client that has said nothing yet. */
    public static final Words UNKNOWN = new Words(null, Map.of(), false);

    /** Its clients name themselves with it, but listen for another word. */
    private static final String ONLY_SAID = "account_name";

    public Words {
        spellings = Map.copyOf(spellings);
    }

    /** The words of the same client, when it has also said {@code said}. What it said first remains. */
    public Words after(JsonObject said) {
        boolean text = said.has("time") ? Aliases.isText(said.get("time")) : isTimeText;
        if (!Aliases.isMessage(said)) {
            return new Words(verb, spellings, text);
        }
        Map<Field, String> known = new EnumMap<>(Field.class);
        known.putAll(spellings);
        for (Field field : Field.values()) {
            field.in(said).filter(name -> !name.equals(ONLY_SAID)).ifPresent(name -> known.putIfAbsent(field, name));
        }
        return verb == null ? new Words(said.get("action").getAsString(), known, text) : new Words(verb, known, text);
    }

    /** The same words with {@code verb}, if they have none. */
    public Words orVerb(String other) {
        return verb == null ? new Words(other, spellings, isTimeText) : this;
    }

    /** The client's own name of {@code field}; until that is known, the {@code most} commonest. */
    List<String> names(Field field, int most) {
        return spellings.containsKey(field) ? List.of(spellings.get(field)) : field.commonest(most);
    }
}
