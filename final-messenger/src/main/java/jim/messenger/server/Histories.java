package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Message;
import jim.messenger.store.Conversation;
import jim.messenger.store.HistoryQuery;
import jim.messenger.store.MessageIds;
import jim.messenger.store.MessageStore;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.History;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/** What was said before (protocol, section 5). For any thread. */
final class Histories {
    private static final int MOST_ITEMS = 250;
    /** What is left of the largest object for the items of an answer. */
    private static final int ITEMS_BYTES = JsonFraming.MAX_BYTES - 364;

    private final MessageStore store;
    private final Executor reader;

    /**
     * @param reader runs what may block
     */
    Histories(MessageStore store, Executor reader) {
        this.store = store;
        this.reader = reader;
    }

    /** The part of {@code conversation} that {@code wanted} asks for. */
    Answer read(Conversation conversation, History wanted) throws JimFault {
        HistoryQuery query = new HistoryQuery(
                conversation,
                wanted.before() == null ? Long.MAX_VALUE : number("before", wanted.before()),
                wanted.after() == null ? 0 : number("after", wanted.after()),
                wanted.limit() == null ? MOST_ITEMS : Math.min(wanted.limit(), MOST_ITEMS));
        return Answer.by(reader, () -> answer(query));
    }

    private static long number(String field, String id) throws JimFault {
        try {
            long number = MessageIds.number(id);
            if (number >= 0) {
                // To the store 0 is no bound at all.
                return Math.max(1, number);
            }
        } catch (NumberFormatException e) {
            // Falls through to the same answer.
        }
        throw JimFault.stay(Status.BAD_REQUEST, "field '" + field + "': expected the id of a message");
    }

    private Response answer(HistoryQuery query) {
        try {
            return answer(query, store.history(query));
        } catch (ChatFault unreadable) {
            return Refusals.of(unreadable);
        }
    }

    private static Response answer(HistoryQuery query, jim.messenger.store.History history) {
        List<Letter> letters = new ArrayList<>(history.messages());
        boolean fromTheEnd = query.after() == 0;
        if (fromTheEnd) {
            Collections.reverse(letters);
        }
        Deque<Map<String, Object>> items = fitting(letters, fromTheEnd);
        boolean complete = history.complete() && items.size() == letters.size();
        return Response.of(Status.OK, items.size() + (items.size() == 1 ? " message" : " messages"))
                .with("items", List.copyOf(items))
                .with("complete", complete);
    }

    /** As many as one object can hold, beginning with the first; the oldest stands first in any case. */
    private static Deque<Map<String, Object>> fitting(List<Letter> letters, boolean reversed) {
        Deque<Map<String, Object>> items = new ArrayDeque<>();
        int bytes = 0;
        for (Letter letter : letters) {
            Map<String, Object> item = item(letter);
            bytes += StrictJson.text(item).getBytes(UTF_8).length + 1;
            if (bytes > ITEMS_BYTES) {
                return items;
            }
            if (reversed) {
                items.addFirst(item);
            } else {
                items.addLast(item);
            }
        }
        return items;
    }

    private static Map<String, Object> item(Letter letter) {
        Message message = letter.message();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", MessageIds.text(letter.id()));
        item.put("time", JimCodec.seconds(message.at().toEpochMilli() / 1_000.0));
        item.put("to", message.to());
        item.put("from", message.from());
        item.put("message", message.text());
        return item;
    }
}
