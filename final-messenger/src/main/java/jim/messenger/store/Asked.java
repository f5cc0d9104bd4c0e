package jim.messenger.store;

import java.sql.SQLException;
import jim.chat.ChatFault;
import jim.chat.Reply;

/** A change that somebody has asked for, and waits for. */
abstract class Asked<T> implements Change {
    private final Reply<T> reply;
    private ChatFault fault;

    Asked(Reply<T> reply) {
        this.reply = reply;
    }

    /**
     * Writes it.
     *
     * @throws ChatFault before anything was written, when the wish cannot be granted
     */
    abstract void write() throws SQLException, ChatFault;

    /** What it has led to, now that it is kept. */
    abstract T outcome() throws ChatFault;

    @Override
    public final void make() throws SQLException {
        try {
            write();
        } catch (ChatFault why) {
            fault = why;
        }
    }

    @Override
    public final void kept() {
        if (fault != null) {
            reply.refused(fault);
            return;
        }
        T outcome;
        try {
            outcome = outcome();
        } catch (ChatFault why) {
            reply.refused(why);
            return;
        }
        reply.done(outcome);
    }

    @Override
    public final void refused(ChatFault why) {
        reply.refused(why);
    }
}
