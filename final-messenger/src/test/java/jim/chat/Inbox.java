package jim.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jim.protocol.JimMessage.Msg;

/** A member that keeps what it is given. */
final class Inbox implements Member {
    private final List<Msg> messages = new CopyOnWriteArrayList<>();

    @Override
    public void deliver(Msg msg) {
        messages.add(msg);
    }

    List<Msg> messages() {
        return messages;
    }

    List<String> texts() {
        return messages.stream().map(Msg::text).toList();
    }
}
