package jim.messenger.server;

import java.util.ArrayList;
import java.util.List;
import jim.chat.Letter;
import jim.chat.Member;
import jim.chat.Message;
import jim.chat.Person;
import jim.engine.Connection;
import jim.messenger.dialect.Speaker;
import jim.messenger.store.MessageIds;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Tracking;

/** What a person hears over one connection, from the login on. For any thread. */
final class Visit implements Member {
    private final Wire wire;
    private final Wish wish;
    private final long began = System.nanoTime();
    private volatile Person person;
    private volatile Inbox inbox;
    /** What came between the login and its answer, for after the answer; null when there is no need. Guarded by this. */
    private List<Message> early = new ArrayList<>();

    /** What carries it. */
    record Wire(Connection connection, Speaker speaker, JimCodec codec, Sessions sessions) {}

    /**
     * How somebody wants to come.
     *
     * @param after the place in the mailbox behind which to go on; null for where it stopped
     * @param proven whether it is known that the name is theirs
     */
    record Wish(String name, Extensions extensions, Long after, boolean proven) {}

    Visit(Wire wire, Wish wish) {
        this.wire = wire;
        this.wish = wish;
    }

    /** It is {@code somebody} who visits. */
    void begin(Person somebody) {
        inbox = new Inbox(wire.connection(), somebody, extensions().ack(), wire.sessions()::now);
        person = somebody;
    }

    Person person() {
        return person;
    }

    /** What the client may do beyond JIM's first four sections. */
    Extensions extensions() {
        return wish.extensions();
    }

    /** Whether the client knows of extensions at all. */
    boolean asksForExtensions() {
        return extensions().asked();
    }

    /** When it began, as {@link System#nanoTime} has it. */
    long began() {
        return began;
    }

    @Override
    public boolean isProven() {
        return wish.proven();
    }

    /** The login is answered: what waited may follow. The second time, it does nothing. */
    void settle() {
        synchronized (this) {
            if (early == null) {
                return;
            }
            List<Message> waiting = early;
            early = null;
            waiting.forEach(this::deliver);
        }
        person.receive(wish.after() == null ? Person.FROM_WHERE_IT_STOPPED : wish.after());
    }

    @Override
    public synchronized void deliver(Message message) {
        if (early != null) {
            early.add(message);
        } else if (!isOwnEcho(message)) {
            send(message, null);
        }
    }

    /** What somebody says to all, a client of ours knows already. */
    private boolean isOwnEcho(Message message) {
        return message.from().equals(person.name());
    }

    @Override
    public boolean deliver(Letter letter) {
        send(
                letter.message(),
                extensions().id() ? new Tracking(null, MessageIds.text(letter.id()), letter.seq()) : null);
        inbox.handed(letter.seq());
        return false;
    }

    private void send(Message message, Tracking tracking) {
        double seconds = message.at().toEpochMilli() / 1_000.0;
        Msg msg = new Msg(message.to(), message.from(), message.text(), null, seconds, tracking);
        wire.speaker().messages(msg, person.name()).forEach(wire.connection()::send);
    }

    @Override
    public boolean asksForDelivery() {
        return extensions().ack();
    }

    @Override
    public void delivered(long id) {
        wire.connection().send(wire.codec().encode(new Delivered(MessageIds.text(id))));
    }

    /** The client has all letters up to {@code seq}; false when it cannot have so many. */
    boolean acknowledge(long seq) {
        return inbox.acknowledge(seq);
    }

    /** Nothing more is handed over; what was is asked for before the connection ends. */
    void end() {
        inbox.askForAll();
    }

    /** Sends again what was not acknowledged for too long; false when the client does not even read. */
    boolean look(long now) {
        Patience patience = wire.sessions().patience();
        inbox.resendIfWaiting(now - patience.ack().toNanos());
        return !inbox.isStuck(now - patience.read().toNanos());
    }
}
