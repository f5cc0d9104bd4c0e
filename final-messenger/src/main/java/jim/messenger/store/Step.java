package jim.messenger.store;

import java.sql.SQLException;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Reply;

/** A change whose outcome is known as soon as it is written. */
final class Step<T> extends Asked<T> {
    /** Writes, and says what the outcome is. */
    interface Writing<T> {
        T write() throws SQLException, ChatFault;
    }

    private final Writing<T> writing;
    private final Consumer<T> afterwards;
    private T outcome;

    /**
     * @param afterwards changes in memory what has been kept
     */
    Step(Reply<T> reply, Writing<T> writing, Consumer<T> afterwards) {
        super(reply);
        this.writing = writing;
        this.afterwards = afterwards;
    }

    @Override
    void write() throws SQLException, ChatFault {
        outcome = writing.write();
    }

    @Override
    T outcome() {
        afterwards.accept(outcome);
        return outcome;
    }
}
