package jim.messenger.server;

import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.protocol.Action;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Extension;
import jim.protocol.Response;
import jim.protocol.Status;

/** The action {@code ack}: what a client has got does not come again (protocol, section 5). */
@Log
final class AckAction {
    /** The recipient has every message up to {@code seq}. */
    record Ack(long seq) implements Extension {
        static final Action<Ack> ACTION = new Action<>(
                "ack",
                Ack.class,
                (in, maxText) -> new Ack(in.whole("seq", 0, Long.MAX_VALUE)),
                (out, ack) -> out.put("seq", ack.seq()));

        @Override
        public Action<Ack> onTheWire() {
            return ACTION;
        }
    }

    @Handles("ack")
    @LoginRequired
    Answer ack(Session session, Ack ack) throws JimFault {
        if (!session.visit().extensions().ack()) {
            throw Extensions.notGranted("ack");
        }
        if (!session.visit().acknowledge(ack.seq())) {
            throw JimFault.stay(Status.BAD_REQUEST, "field 'seq': expected at most that of the last message you got");
        }
        return Answer.of(Response.of(Status.OK, "noted"));
    }
}
