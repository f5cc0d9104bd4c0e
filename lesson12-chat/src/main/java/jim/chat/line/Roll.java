package jim.chat.line;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jim.chat.ChatEvent;

/** The names of those who are online, in the order in which they came. For any thread. */
final class Roll {
    private final Set<String> names = new LinkedHashSet<>();

    synchronized void note(ChatEvent event) {
        if (event instanceof ChatEvent.Arrived) {
            names.add(event.name());
        } else {
            names.remove(event.name());
        }
    }

    /** Gives the names to {@code reader}, who must not call the chat; meanwhile nobody comes or goes here. */
    synchronized void read(Consumer<List<String>> reader) {
        reader.accept(List.copyOf(names));
    }
}
