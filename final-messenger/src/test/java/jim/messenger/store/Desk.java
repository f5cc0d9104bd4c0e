package jim.messenger.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Message;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.protocol.Names;

/** Where a test asks a store for something and waits for the reply, and what was handed over there. */
final class Desk implements Deliverer {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    /** A letter that was handed over. */
    record Delivered(String key, Letter letter) {}

    private final MessageStore store;
    private final Set<String> online = ConcurrentHashMap.newKeySet();
    private final Set<String> atOnce = ConcurrentHashMap.newKeySet();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();

    Desk(MessageStore store) {
        this.store = store;
    }

    MessageStore store() {
        return store;
    }

    /** From now on somebody is there to be handed what comes. */
    void comes(String key) {
        online.add(key);
    }

    /** The same, and it need not wait. */
    void comesAndReadsAtOnce(String key) {
        comes(key);
        atOnce.add(key);
    }

    List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    @Override
    public boolean deliver(String key, Letter letter) {
        if (!online.contains(key)) {
            return false;
        }
        delivered.add(new Delivered(key, letter));
        return true;
    }

    @Override
    public boolean sendsAtOnce(String key) {
        return atOnce.contains(key);
    }

    static Message message(String from, String to, String text) {
        return new Message(from, to, text, NOON);
    }

    static Posting posting(String from, String to, String text, String cid) {
        return new Posting(message(from, to, text), cid, List.of(Names.key(to)));
    }

    Answered<Sent> ask(Posting posting) {
        return asked(reply -> store.send(posting, this, reply));
    }

    Sent send(String from, String to, String text) throws ChatFault {
        return ask(posting(from, to, text, null)).await();
    }

    Sent sendMarked(String from, String to, String text, String cid) throws ChatFault {
        return ask(posting(from, to, text, cid)).await();
    }

    Sent sendToRoom(String from, String room, List<String> keys, String text) throws ChatFault {
        return ask(new Posting(message(from, room, text), null, keys)).await();
    }

    Sent sendMarkedToRoom(String from, String room, List<String> keys, String text, String cid) throws ChatFault {
        return ask(new Posting(message(from, room, text), cid, keys)).await();
    }

    /** Sends so many, and waits for the last. */
    void sendMany(String to, int count, String text) throws ChatFault {
        Answered<Sent> last = null;
        for (int i = 0; i < count; i++) {
            last = ask(posting("crowd", to, text, null));
        }
        if (last != null) {
            last.await();
        }
    }

    Account add(String name, String password) throws ChatFault {
        return askToAdd(name, password).await();
    }

    Answered<Account> askToAdd(String name, String password) {
        return askToAdd(new Account(name, password, NOON));
    }

    Answered<Account> askToAdd(Account account) {
        return asked(reply -> store.add(account, reply));
    }

    Answered<Account> askToReplace(Account account) {
        return asked(reply -> store.replace(account, reply));
    }

    Answered<Account> askToRemove(String key) {
        return asked(reply -> store.remove(key, reply));
    }

    void join(String room, String key) throws ChatFault {
        Desk.<String>asked(reply -> store.join(room, key, reply)).await();
    }

    void leave(String room, String key) throws ChatFault {
        Desk.<String>asked(reply -> store.leave(room, key, reply)).await();
    }

    /** All letters of a mailbox that are still there. */
    List<Letter> letters(String key) throws ChatFault {
        return store.letters(key, 0, Integer.MAX_VALUE);
    }

    /** Their texts. */
    List<String> texts(String key) throws ChatFault {
        return letters(key).stream().map(letter -> letter.message().text()).toList();
    }

    private static <T> Answered<T> asked(Consumer<Reply<T>> asking) {
        Answered<T> answered = new Answered<>();
        asking.accept(answered);
        return answered;
    }
}
