package jim.chat;

/** The way to somebody who is online. Any thread; must not block, and must not call the chat. What it throws is reported. */
public interface Member {
    /** Hands over {@code message}, which lies in no mailbox. */
    void deliver(Message message);

    /**
     * Hands over {@code letter}.
     *
     * @return whether it has arrived for good; if not, the member says so later, with {@link Person#confirm}
     */
    default boolean deliver(Letter letter) {
        deliver(letter.message());
        return true;
    }

    /** Whether this member has shown that the name is its own. */
    default boolean isProven() {
        return false;
    }

    /** Whether this member wants to hear when what it has written has arrived. */
    default boolean asksForDelivery() {
        return false;
    }

    /** The name is taken from this member, and {@code why}: its way ends here. */
    default void letGo(String why) {}

    /** The person to whom this member has written message {@code id} has it now. */
    default void delivered(long id) {}
}
