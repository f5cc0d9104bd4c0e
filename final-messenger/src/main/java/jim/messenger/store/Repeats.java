package jim.messenger.store;

import jim.chat.ChatFault;
import jim.chat.Message;
import jim.chat.Sent;
import jim.protocol.Names;

/** What is said to somebody who says something once more, with the same mark (protocol, section 5). */
final class Repeats {
    private Repeats() {}

    /** The reply of the first time, {@code first}; a fault when {@code again} is another message. */
    static Sent of(Sent first, Message again) throws ChatFault {
        Message message = first.message();
        if (!Names.key(message.to()).equals(Names.key(again.to()))
                || !message.text().equals(again.text())) {
            throw Refusal.markInUse();
        }
        return new Sent(message, first.id(), first.reached(), first.waiting(), first.missed(), true);
    }
}
