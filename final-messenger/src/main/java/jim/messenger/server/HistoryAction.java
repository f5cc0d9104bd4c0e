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
import jim.chat.Chat;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Message;
import jim.chat.Person;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.messenger.store.Conversation;
import jim.messenger.store.HistoryQuery;
import jim.messenger.store.MessageStore;
import jim.protocol.Action;
import jim.protocol.Fields;
import jim.protocol.Hexadecimal;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Extension;
import jim.protocol.JsonFraming;
import jim.protocol.Names;
import jim.protocol.ObjectWriter;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/** The action {@code history}: what was said before (protocol, section 5). For any thread. */
@Log
final class HistoryAction {
    /**
     * Ask for what was said with a person, or in a room. Exactly one of the two is there.
     *
     * @param with the other person; null when {@code room} is there
     * @param room the room; null when {@code with} is there
     * @param before only what is older than this message id; null for no bound
     * @param after only what is newer than this message id; null for no bound
     * @param limit at most so many; null for the server's own bound
     */
    record History(String with, String room, String before, String after, Integer limit) implements Extension {
        static final Action<History> ACTION =
                new Action<>("history", History.class, (in, maxText) -> read(in), (out, history) -> history.write(out));

        private static History read(Fields in) throws JimFault {
            in.checkOneOf("with", "room");
            in.checkAtMostOneOf("before", "after");
            return new History(
                    in.textOrNull("with", Names.MAX_LENGTH),
                    in.textOrNull("room", Names.MAX_LENGTH),
                    in.textOrNull("before", Action.MAX_ID),
                    in.textOrNull("after", Action.MAX_ID),
                    in.has("limit") ? (int) in.whole("limit", 1, Integer.MAX_VALUE) : null);
        }

        private void write(ObjectWriter out) {
            out.put("with", with)
                    .put("room", room)
                    .put("before", before)
                    .put("after", after)
                    .put("limit", limit);
        }

        @Override
        public Action<History> onTheWire() {
            return ACTION;
        }
    }

    private static final int MOST_ITEMS = 250;
    /** What is left of the largest object for the items of an answer. */
    private static final int ITEMS_BYTES = JsonFraming.MAX_BYTES - 364;

    private final Chat chat;
    private final MessageStore store;
    private final Executor reader;

    /**
     * @param reader runs what may block
     */
    HistoryAction(Chat chat, MessageStore store, Executor reader) {
        this.chat = chat;
        this.store = store;
        this.reader = reader;
    }

    @Handles("history")
    @LoginRequired
    Answer history(Session session, History wanted) throws JimFault, ChatFault {
        if (!session.visit().extensions().hist()) {
            throw Extensions.notGranted("hist");
        }
        HistoryQuery query = query(conversation(session.person(), wanted), wanted);
        return Answer.by(reader, () -> answer(query));
    }

    private Conversation conversation(Person asker, History wanted) throws ChatFault {
        if (wanted.room() == null) {
            return Conversation.between(asker.name(), chat.known(wanted.with()));
        }
        chat.checkMember(asker, wanted.room());
        return Conversation.in(wanted.room());
    }

    private static HistoryQuery query(Conversation conversation, History wanted) throws JimFault {
        return new HistoryQuery(
                conversation,
                wanted.before() == null ? Long.MAX_VALUE : number("before", wanted.before()),
                wanted.after() == null ? 0 : number("after", wanted.after()),
                wanted.limit() == null ? MOST_ITEMS : Math.min(wanted.limit(), MOST_ITEMS));
    }

    private static long number(String field, String id) throws JimFault {
        try {
            // To the store 0 is no bound at all.
            return Math.max(1, Hexadecimal.of(id).number());
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
        item.put("id", new Hexadecimal(letter.id()).toString());
        item.put("time", JimCodec.seconds(message.at()));
        item.put("to", message.to());
        item.put("from", message.from());
        item.put("message", message.text());
        return item;
    }
}
