package jim.chat;

/** The way to somebody who is online. */
public interface Member {
    /** Hands over {@code message}. Any thread; must not block, and must not call the chat. What it throws is reported. */
    void deliver(Message message);
}
