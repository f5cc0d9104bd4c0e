package jim.messenger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Message;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.protocol.Names;

/** A message on its way into its mailboxes, and from there to those who are online. */
final class Sending extends Asked<Sent> {
    /** What a message needs on its way. */
    record Way(Statements statements, MessageIds ids, Mailboxes mailboxes, Marks marks) {}

    private record Placed(Box box, Letter letter) {}

    private final Way way;
    private final Posting posting;
    private final Deliverer deliverer;
    private final List<Placed> placed = new ArrayList<>(1);
    private final List<Box> made = new ArrayList<>(0);
    private String mark;
    /** That of which this is a repeat, either in this store's memory or in the database. */
    private Sending first;

    private Sent earlier;
    private Sent sent;

    Sending(Way way, Posting posting, Deliverer deliverer, Reply<Sent> reply) {
        super(reply);
        this.way = way;
        this.posting = posting;
        this.deliverer = deliverer;
    }

    @Override
    void write() throws SQLException, ChatFault {
        if (posting.cid() != null && isRepeated(Names.key(posting.message().from()) + ' ' + posting.cid())) {
            return;
        }
        long id = way.ids().next();
        int size = Utf8.length(posting.message().text());
        for (String key : posting.keys()) {
            place(way.mailboxes().of(key), new Letter(0, id, posting.message()), size);
        }
        keepMessage(id);
    }

    private boolean isRepeated(String wanted) throws SQLException {
        first = way.marks().latest(wanted);
        earlier = first == null ? way.marks().earlier(wanted) : null;
        if (first != null || earlier != null) {
            return true;
        }
        mark = wanted;
        way.marks().add(mark, this);
        return false;
    }

    private void place(Box box, Letter letter, int size) throws SQLException, ChatFault {
        if (box.mailbox().hasRoom(size) || deliverer.sendsAtOnce(box.owner())) {
            put(box, letter, size);
        } else if (!letter.message().isToRoom()) {
            takeBack();
            throw Refusal.mailboxFull(letter.message().to());
        }
    }

    private void put(Box box, Letter letter, int size) throws SQLException {
        if (box.number() == 0) {
            box.setNumber(newNumber(box.owner()));
            made.add(box);
        }
        long seq = box.mailbox().add(size);
        placed.add(new Placed(box, new Letter(seq, letter.id(), letter.message())));
        way.statements()
                .update(
                        "INSERT INTO letters (mailbox, seq, message, size) VALUES (?, ?, ?, ?)",
                        box.number(),
                        seq,
                        letter.id(),
                        size);
    }

    private long newNumber(String owner) throws SQLException {
        way.statements().update("INSERT INTO mailboxes (owner, confirmed) VALUES (?, 0)", owner);
        return way.statements().number("SELECT last_insert_rowid()");
    }

    private void keepMessage(long id) throws SQLException {
        Message message = posting.message();
        int missed = posting.keys().size() - placed.size();
        sent = new Sent(message, id, 0, placed.size(), missed, false);
        way.statements()
                .update(
                        "INSERT INTO messages (id, conversation, sender, recipient, text, at, mark, reached, waiting,"
                                + " missed) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                        id,
                        Conversation.of(message).key(),
                        message.from(),
                        message.to(),
                        message.text(),
                        Rows.time(message.at()),
                        mark,
                        placed.size(),
                        missed);
    }

    @Override
    Sent outcome() throws ChatFault {
        if (first != null || earlier != null) {
            return Repeats.of(first == null ? earlier : first.sent, posting.message());
        }
        int reached = 0;
        for (Placed one : placed) {
            reached += deliverer.deliver(one.box().owner(), one.letter()) ? 1 : 0;
        }
        sent = new Sent(sent.message(), sent.id(), reached, placed.size() - reached, sent.missed(), false);
        return sent;
    }

    /** What has become of it, as far as it is known. */
    Sent sent() {
        return sent;
    }

    @Override
    public void takeBack() {
        for (int i = placed.size() - 1; i >= 0; i--) {
            placed.get(i).box().mailbox().takeBack();
        }
        placed.clear();
        made.forEach(box -> box.setNumber(0));
        if (mark != null) {
            way.marks().remove(mark);
        }
    }
}
