package jim.chat.line;

import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatEvent;

/** The names of those who are online, in the order in which they came. For any thread. */
final class Roll {
    private final List<String> names = new ArrayList<>();

    synchronized void note(ChatEvent event) {
        if (event instanceof ChatEvent.Arrived) {
            names.add(event.name());
        } else {
            names.remove(event.name());
        }
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }
}
