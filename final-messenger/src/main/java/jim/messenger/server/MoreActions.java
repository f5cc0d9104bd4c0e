package jim.messenger.server;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import jim.chat.Chat;
import jim.messenger.server.AckAction.Ack;
import jim.messenger.server.HistoryAction.History;
import jim.messenger.store.MessageStore;
import jim.protocol.Action;
import jim.protocol.JimCodec;

/**
 * Actions that JIM's own table does not have. Each stands whole in a file of its own: the message, how it is read and
 * written, and what the server does. Immutable; for any thread.
 */
public final class MoreActions {
    /** Those that the messenger has: a line for each. */
    public static final MoreActions ALL = new MoreActions(
            new Row(Ack.ACTION, parts -> new AckAction()),
            new Row(History.ACTION, parts -> new HistoryAction(parts.chat(), parts.store(), parts.reader())));

    /**
     * One action.
     *
     * @param action how it is read and written
     * @param maker makes the object whose method with {@code @Handles} does it
     */
    record Row(Action<?> action, Function<Parts, Object> maker) {}

    /**
     * What an action may need of the server.
     *
     * @param reader runs what may block
     */
    record Parts(Chat chat, MessageStore store, Executor reader) {}

    private final List<Row> rows;

    private MoreActions(Row... rows) {
        this.rows = List.of(rows);
    }

    /** These, and one more. */
    MoreActions and(Row row) {
        return new MoreActions(Stream.concat(rows.stream(), Stream.of(row)).toArray(Row[]::new));
    }

    /** {@code jim} with these actions. */
    public JimCodec addedTo(JimCodec jim) {
        return jim.with(rows.stream().map(Row::action).toList());
    }

    /** Those who do them. */
    Stream<Object> handlers(Parts parts) {
        return rows.stream().map(row -> row.maker().apply(parts));
    }
}
