package jim.messenger.store;

import java.util.ArrayDeque;
import java.util.List;
import jim.chat.Letter;
import jim.chat.Message;

/** A mailbox in memory. For any thread; what is put in is handed on under its lock, so that it stays in order. */
final class Letters {
    /** What became of a letter. */
    enum Put {
        REACHED,
        WAITS,
        FULL
    }

    private final String owner;
    /** Guarded by this, as are the letters. */
    private final Mailbox mailbox = new Mailbox();

    private final ArrayDeque<Letter> letters = new ArrayDeque<>(0);

    /** The mailbox of {@code owner}, a key. */
    Letters(String owner) {
        this.owner = owner;
    }

    /**
     * Puts a message in, and hands it on.
     *
     * @param size how many bytes the text has
     */
    synchronized Put put(long id, Message message, int size, Deliverer deliverer) {
        forgetConfirmed();
        if (!mailbox.hasRoom(size) && !deliverer.sendsAtOnce(owner)) {
            return Put.FULL;
        }
        Letter letter = new Letter(mailbox.add(size), id, message);
        letters.addLast(letter);
        return deliverer.deliver(owner, letter) ? Put.REACHED : Put.WAITS;
    }

    private void forgetConfirmed() {
        long confirmed = mailbox.confirmed();
        while (!letters.isEmpty() && letters.peekFirst().seq() <= confirmed) {
            letters.removeFirst();
        }
    }

    synchronized List<Letter> letters(long after, int most) {
        forgetConfirmed();
        return letters.stream()
                .filter(letter -> letter.seq() > after)
                .limit(most)
                .toList();
    }

    long last() {
        return mailbox.last();
    }

    long confirmed() {
        return mailbox.confirmed();
    }

    long waiting() {
        return mailbox.waiting();
    }

    void confirm(long seq) {
        mailbox.confirm(seq);
    }
}
