package jim.messenger.store;

import jim.chat.Letter;

/**
 * What of a conversation is asked for (protocol, section 5).
 *
 * @param before only messages with a smaller id; {@link Long#MAX_VALUE} for no bound
 * @param after only messages with a greater id; 0 for no bound. With it, the oldest of them come; without it, the latest
 * @param most at most so many
 */
public record HistoryQuery(Conversation conversation, long before, long after, int most) {
    /** Whether {@code letter} is within these bounds. */
    boolean asksFor(Letter letter) {
        return letter.id() < before
                && letter.id() > after
                && Conversation.of(letter.message()).equals(conversation);
    }
}
