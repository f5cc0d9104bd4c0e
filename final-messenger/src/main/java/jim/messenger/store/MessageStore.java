package jim.messenger.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;

/**
 * Keeps accounts, memberships, mailboxes and what was said. For any thread.
 *
 * <p>What changes something does not block: it is queued, and its reply comes when it is kept for good, or refused with
 * {@link jim.chat.ChatFault.Kind#NOT_KEPT} when it cannot be; after that it is as if it had never been asked for. What is
 * asked for by one thread, or under one lock, is done in that order. Keys are those of {@link jim.protocol.Names#key}.
 */
public interface MessageStore extends AutoCloseable {
    /** The most letters that wait in one mailbox, and how many bytes their texts may have in UTF-8 (protocol, section 4). */
    int MAILBOX_LETTERS = 1_000;

    int MAILBOX_BYTES = 1 << 20;

    /** A mark is remembered at least for so many later messages of its sender. */
    int MARKS = 1_000;

    /** Who is called so; null for nobody. Does not block. */
    Account account(String key);

    /** Everybody, in no order. Does not block. */
    Collection<Account> accounts();

    /** The rooms by their names as first written, and the keys of their members. */
    Map<String, Set<String>> rooms();

    /**
     * Keeps somebody who has not been here, or a password for a guest who has; a name as it was first written stays.
     * Refused with {@link jim.chat.ChatFault.Kind#NAME_IN_USE} when the name has a password already. An account without a
     * password changes nothing when the name is known. The reply is what is kept now.
     */
    void add(Account account, Reply<Account> reply);

    /** Keeps {@code account} in place of the one with its key; refused with NOBODY when there is none. */
    void replace(Account account, Reply<Account> reply);

    /** Forgets an account, its mailbox and its memberships; refused with NOBODY when there is none. */
    void remove(String key, Reply<Account> reply);

    /** Whoever has {@code key} is here, until {@link #goes}: a guest who is here is not forgotten. Does not block. */
    default void comes(String key) {}

    /** Whoever has {@code key} is here no longer. Does not block. */
    default void goes(String key) {}

    /**
     * From now on {@code listener}, and no other, hears the key of each account that is forgotten, also when another program
     * has done it; on any thread.
     */
    void whenForgotten(Consumer<String> listener);

    /**
     * From now on {@code listener}, and no other, hears the key of each account that another program has given a password; on
     * any thread. Never, when no other program can.
     */
    default void whenSecured(Consumer<String> listener) {}

    /** Keeps that {@code key} belongs to {@code room}, perhaps once more. The reply is the name of the room. */
    void join(String room, String key, Reply<String> reply);

    /** Keeps that {@code key} belongs to {@code room} no longer. The reply is the name of the room. */
    void leave(String room, String key, Reply<String> reply);

    /**
     * Keeps a message and puts it into each of its mailboxes, then hands it to {@code deliverer} for each, then replies.
     * Who has no mailbox yet gets one.
     *
     * <p>What was sent before by the same sender with the same mark is not kept again: the reply is that of the first time,
     * {@link Sent#repeated}; with another text or for somebody else it is refused with MARK_IN_USE. A full mailbox refuses
     * with MAILBOX_FULL; in a room, its owner alone does not get the message, and the reply says for how many that is so.
     */
    void send(Posting posting, Deliverer deliverer, Reply<Sent> reply);

    /** All letters of that mailbox up to {@code seq} have arrived and wait no longer; a smaller number changes nothing. */
    void confirm(String key, long seq);

    /** The place of the last letter of that mailbox that was confirmed; 0 for none. Does not block. */
    long confirmed(String key);

    /** The place of the last letter of that mailbox; 0 for none. Does not block. */
    long last(String key);

    /** About how many letters wait in all mailboxes. Does not block. */
    long waiting();

    /** Writes something that changes nothing: so the reply tells whether anything can be kept now. */
    void tryOut(Reply<String> reply);

    /**
     * The next letters of a mailbox, in order: those that wait, and of those that have been confirmed what is still there.
     * May block.
     *
     * @param after the place behind which to begin
     * @param most at most so many
     * @throws ChatFault of the kind NOT_KEPT, when they cannot be read now
     */
    List<Letter> letters(String key, long after, int most) throws ChatFault;

    /**
     * A part of a conversation. May block.
     *
     * @throws ChatFault of the kind NOT_KEPT, when it cannot be read now
     */
    History history(HistoryQuery query) throws ChatFault;

    /** Keeps what is queued, and lets go of all that it holds. */
    @Override
    void close();
}
