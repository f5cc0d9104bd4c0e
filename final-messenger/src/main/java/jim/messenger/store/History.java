package jim.messenger.store;

import java.util.List;
import jim.chat.Letter;

/**
 * A part of a conversation.
 *
 * @param messages from the oldest to the latest; their {@code seq} is 0
 * @param complete whether there is no more within the bounds that were asked for
 */
public record History(List<Letter> messages, boolean complete) {
    public History {
        messages = List.copyOf(messages);
    }
}
