package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Tracking;
import jim.protocol.JimObject;
import jim.protocol.Response;
import jim.reliability.Ledger.Way;

/**
 * Writes numbered messages to several people in turn, some ahead of the answers. What was not answered before a connection
 * ended is sent again over the next one, under the same {@code cid}. For one thread at a time.
 */
final class Sender {
    private static final int WINDOW = 16;

    private record Numbered(Way way, int number) {
        Msg message() {
            String cid = way.from() + "-" + way.to() + "-" + number;
            return new Msg(way.to(), way.from(), String.valueOf(number), null, null, new Tracking(cid, null, null));
        }
    }

    private final String name;
    private final List<String> recipients;
    private final Ledger ledger;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Deque<Numbered> unanswered = new ArrayDeque<>();
    private int turn;
    private int sentAgain;
    private int refused;

    Sender(String name, List<String> recipients, Ledger ledger) {
        this.name = name;
        this.recipients = List.copyOf(recipients);
        this.ledger = ledger;
    }

    /** Writes until the server goes away. */
    void writeUntilTheEnd(InetSocketAddress server) throws IOException {
        try (Guest guest = Guest.at(server, name, "id")) {
            sayAgain(guest);
            do {
                while (unanswered.size() < WINDOW) {
                    say(guest, next());
                }
            } while (hear(guest));
        } catch (SocketException e) {
            // The server went away while something was written.
        }
    }

    /** Writes what was not answered, and waits for the answers. */
    void finish(InetSocketAddress server) throws IOException {
        try (Guest guest = Guest.at(server, name, "id")) {
            sayAgain(guest);
            while (!unanswered.isEmpty()) {
                if (!hear(guest)) {
                    throw new AssertionError("the server hung up on " + name);
                }
            }
        }
    }

    private void sayAgain(Guest guest) throws IOException {
        sentAgain += unanswered.size();
        for (Numbered message : unanswered) {
            guest.say(message.message());
        }
    }

    private Numbered next() {
        String to = recipients.get(turn++ % recipients.size());
        return new Numbered(new Way(name, to), numbers.merge(to, 1, Integer::sum));
    }

    private void say(Guest guest, Numbered message) throws IOException {
        unanswered.addLast(message);
        guest.say(message.message());
    }

    /** Waits for one answer; false when the connection ends instead. Answers have the order of what they answer. */
    private boolean hear(Guest guest) throws IOException {
        Optional<JimObject> heard = guest.hearOrEnd();
        if (heard.isPresent() && heard.get() instanceof Response answer) {
            Numbered message = unanswered.removeFirst();
            if (answer.isGood()) {
                ledger.acknowledged(message.way(), message.number());
            } else {
                refused++;
            }
        }
        return heard.isPresent();
    }

    /** How many messages were sent more than once. */
    int sentAgain() {
        return sentAgain;
    }

    /** How many messages the server would not keep, and said so. */
    int refused() {
        return refused;
    }
}
