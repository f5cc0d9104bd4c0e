package jim.messenger.server;

import java.util.ArrayList;
import java.util.List;
import jim.chat.Letter;
import jim.chat.Member;
import jim.chat.Message;
import jim.chat.Person;
import jim.engine.Connection;
import jim.messenger.dialect.Speaker;
import jim.protocol.Frame;
import jim.protocol.Hexadecimal;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Response;
import jim.protocol.Status;

/** What a person hears over one connection, from the login on. For any thread. */
final class Visit implements Member {
    private final Connection connection;
    private final Speaker speaker;
    private final Session.Shared shared;
    private final Answers answers;
    private final Wish wish;
    /** Whether the client is told what tells one message from another. */
    private final boolean tracks;

    private volatile Person person;
    private volatile Inbox inbox;
    /** Whether the login is answered. Written under this lock. */
    private volatile boolean isSettled;
    /** What came between the login and its answer, for after the answer. Guarded by this. */
    private final List<Message> early = new ArrayList<>(0);

    /**
     * How somebody wants to come.
     *
     * @param after the place in the mailbox behind which to go on; null for where it stopped
     * @param proven whether it is known that the name is theirs
     */
    record Wish(String name, Extensions extensions, Long after, boolean proven) {}

    Visit(Connection connection, Speaker speaker, Session.Shared shared, Answers answers, Wish wish) {
        this.connection = connection;
        this.speaker = speaker;
        this.shared = shared;
        this.answers = answers;
        this.wish = wish;
        this.tracks = wish.extensions().id();
    }

    /** It is {@code somebody} who visits. */
    void begin(Person somebody) {
        inbox = new Inbox(connection, somebody, extensions().ack(), shared.sessions()::now);
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

    @Override
    public boolean isProven() {
        return wish.proven();
    }

    /** The login is answered: what waited may follow. The second time, it does nothing. */
    void settle() {
        if (isSettled || !settleNow()) {
            return;
        }
        person.receive(wish.after() == null ? Person.FROM_WHERE_IT_STOPPED : wish.after());
    }

    /** Says whether it was not settled before. */
    private synchronized boolean settleNow() {
        if (isSettled) {
            return false;
        }
        isSettled = true;
        early.forEach(this::deliver);
        early.clear();
        return true;
    }

    @Override
    public synchronized void deliver(Message message) {
        if (!isSettled) {
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
        send(letter.message(), tracks ? letter : null);
        inbox.handed(letter.seq());
        return false;
    }

    /**
     * @param letter what the client sees of the message's place; null for nothing
     */
    private void send(Message message, Letter letter) {
        Msg msg = new Msg(message.to(), message.from(), message.text(), null, message.at());
        for (Frame frame : speaker.messages(msg, letter, person.name())) {
            connection.send(frame);
        }
    }

    @Override
    public boolean asksForDelivery() {
        return extensions().ack();
    }

    /** Only with the answer to the message does its sender know its id. */
    @Override
    public void delivered(long id) {
        Frame notice = shared.codec().encode(new Delivered(new Hexadecimal(id).toString()));
        answers.sayBehind(() -> connection.send(notice));
    }

    /** Who speaks JIM is told why. */
    @Override
    public void letGo(String why) {
        if (speaker.isProbed()) {
            Frame last = shared.codec().encode(Response.of(Status.UNAUTHORIZED, why));
            answers.sayLast(() -> connection.send(last));
        } else {
            connection.close();
        }
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
        Patience patience = shared.sessions().patience();
        inbox.resendIfWaiting(now - patience.ack().toNanos());
        return !inbox.isStuck(now - patience.read().toNanos());
    }
}
