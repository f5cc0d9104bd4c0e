package jim.messenger.course;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the course's clients and servers spell what JIM has other words for (protocol, section 6). Where a word of JIM's own stands, it
 * is the one that is meant. Nothing is changed of what is handed in.
 */
public final class Aliases {
    private static final Map<String, String> ACTIONS = Map.of(
            "presense", "presence",
            "precense", "presence",
            "message", "msg",
            "m", "msg",
            "m-", "msg",
            "exit", "quit",
            "q", "quit");

    /** Where the name stands in a presence. */
    private static final List<String> NAMES =
            List.of("user.account_name", "user.client_name", "user.username", "user", "from_user.account_name");

    private static final Set<String> EVERYONE = Set.of("#", "#all", "ALL");

    /** A field of a message. */
    public enum Field {
        FROM("from", "from", "sender", "from_user", "account_name"),
        TO("to", "to", "destination", "to_user", "message_receiver", "recipient"),
        TEXT("message", "mess_text", "message", "message_text", "msg_txt", "text");

        /** The most spellings that a field has. */
        static final int MOST = 5;

        private final String jim;
        /** The commonest first. */
        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
        private final List<String> spellings;

        Field(String jim, String... spellings) {
            this.jim = jim;
            this.spellings = List.of(spellings);
        }

        /** The {@code most} commonest spellings. */
        List<String> commonest(int most) {
            return spellings.subList(0, Math.min(most, spellings.size()));
        }

        /** Its spelling in {@code said}, if it is there. */
        public Optional<String> in(JsonObject said) {
            return isThere(said, jim)
                    ? Optional.of(jim)
                    : spellings.stream().filter(name -> isThere(said, name)).findFirst();
        }
    }

    private Aliases() {}

    /** Whether {@code to} means all who are online. */
    public static boolean isEveryone(String to) {
        return EVERYONE.contains(to);
    }

    /** Whether {@code said} has a word that is not JIM's in a place where JIM's own is missing. */
    public static boolean areIn(JsonObject said) {
        return !inJim(said).equals(said);
    }

    /** Whether {@code said} is a presence, in whatever word. */
    public static boolean isPresence(JsonObject said) {
        return action(said).equals("presence");
    }

    /** Whether {@code said} is a message, in whatever word. */
    public static boolean isMessage(JsonObject said) {
        return action(said).equals("msg");
    }

    /** {@code said} in JIM's own words. */
    public static JsonObject inJim(JsonObject said) {
        JsonObject jim = copy(said);
        String action = action(said);
        if (ACTIONS.containsValue(action)) {
            jim.addProperty("action", action);
        }
        if (action.equals("presence")) {
            name(said).ifPresent(name -> jim.add("user", user(said, name)));
        } else if (action.equals("msg")) {
            for (Field field : Field.values()) {
                field.in(said).ifPresent(spelling -> jim.add(field.jim, said.get(spelling)));
            }
        }
        return jim;
    }

    /** The action in JIM's own word; an empty text when it is none. */
    private static String action(JsonObject said) {
        JsonElement action = said.get("action");
        return isText(action) ? ACTIONS.getOrDefault(action.getAsString(), action.getAsString()) : "";
    }

    private static Optional<JsonElement> name(JsonObject presence) {
        return NAMES.stream()
                .map(place -> at(presence, place))
                .filter(Aliases::isText)
                .findFirst();
    }

    private static JsonElement at(JsonObject object, String place) {
        JsonElement found = object;
        for (String name : place.split("\\.", -1)) {
            found = found instanceof JsonObject inner ? inner.get(name) : null;
        }
        return found;
    }

    private static JsonObject user(JsonObject said, JsonElement name) {
        JsonObject user = said.get("user") instanceof JsonObject known ? copy(known) : new JsonObject();
        user.add("account_name", name);
        return user;
    }

    private static JsonObject copy(JsonObject object) {
        JsonObject copy = new JsonObject();
        object.entrySet().forEach(field -> copy.add(field.getKey(), field.getValue()));
        return copy;
    }

    static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive value && value.isString();
    }

    private static boolean isThere(JsonObject object, String name) {
        return !Objects.requireNonNullElse(object.get(name), JsonNull.INSTANCE).isJsonNull();
    }
}
