package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimObject;
import jim.reliability.Ledger.Way;

/** Reads messages and acknowledges some of them, so that others come again. For one thread at a time. */
final class Recipient {
    private static final int ACKNOWLEDGED_AT_ONCE = 32;

    private final String name;
    private final Ledger ledger;

    Recipient(String name, Ledger ledger) {
        this.name = name;
        this.ledger = ledger;
    }

    String name() {
        return name;
    }

    /** Reads until somebody says {@code end}, or until the server goes away; true when somebody has said it. */
    boolean read(InetSocketAddress server, String end) throws IOException {
        try (Guest guest = Guest.at(server, name, "id", "ack")) {
            Optional<JimObject> heard = guest.hearOrEnd();
            while (heard.isPresent()) {
                if (heard.get() instanceof Msg msg) {
                    if (msg.text().equals(end)) {
                        return true;
                    }
                    note(guest, msg);
                }
                heard = guest.hearOrEnd();
            }
        } catch (SocketException e) {
            // The server went away while something was acknowledged.
        }
        return false;
    }

    private void note(Guest guest, Msg msg) throws IOException {
        if (Character.isDigit(msg.text().charAt(0))) {
            ledger.heard(new Way(msg.from(), name), msg.tracking().id(), Integer.parseInt(msg.text()));
        }
        if (msg.tracking().seq() % ACKNOWLEDGED_AT_ONCE == 0) {
            guest.say(Frame.of("{\"action\":\"ack\",\"seq\":" + msg.tracking().seq() + "}"));
        }
    }
}
