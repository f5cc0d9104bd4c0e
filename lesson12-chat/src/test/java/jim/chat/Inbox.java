package jim.chat;

import java.util.ArrayList;
import java.util.List;

/** A member that keeps what it is given. For any thread. */
final class Inbox implements Member {
    private final List<Message> messages = new ArrayList<>();
    private volatile String endedBecause;

    @Override
    public void deliver(Message message) {
        Racers.letOthersIn();
        add(message);
    }

    @Override
    public void letGo(String why) {
        endedBecause = why;
    }

    /** Why it was let go; null when it was not. */
    String endedBecause() {
        return endedBecause;
    }

    private synchronized void add(Message message) {
        messages.add(message);
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    List<String> texts() {
        return messages().stream().map(Message::text).toList();
    }
}
