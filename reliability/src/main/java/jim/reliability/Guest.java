package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimObject;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;

/** A person at a client that does what an attack says. For one thread. */
final class Guest implements AutoCloseable {
    private static final JimCodec CODEC = new JimCodec();

    private final ScriptedPeer peer;

    private Guest(ScriptedPeer peer) {
        this.peer = peer;
    }

    /** Somebody who has connected and said nothing yet. */
    static Guest at(InetSocketAddress server) throws IOException {
        return new Guest(ScriptedPeer.connect(server));
    }

    /** Somebody who has logged in, with the extensions {@code ext}. */
    static Guest at(InetSocketAddress server, String name, String... ext) throws IOException {
        Guest guest = at(server);
        Response welcome = guest.ask(new Presence(name, null, ext.length == 0 ? null : List.of(ext)));
        if (!welcome.isGood()) {
            throw new AssertionError(name + " cannot log in: " + welcome);
        }
        return guest;
    }

    /** What is below, for an attack on bytes. */
    ScriptedPeer peer() {
        return peer;
    }

    Guest say(JimMessage message) throws IOException {
        return say(CODEC.encode(message));
    }

    Guest say(Frame frame) throws IOException {
        peer.send(frame);
        return this;
    }

    /** Says {@code message}, and waits for the answer. What comes before it, and is none, is not listened to. */
    Response ask(JimMessage message) throws IOException {
        return say(message).answer();
    }

    /** Waits for the next answer. What comes before it, and is none, is not listened to. */
    Response answer() throws IOException {
        JimObject object = hear();
        while (!(object instanceof Response)) {
            object = hear();
        }
        return (Response) object;
    }

    /** Waits for whatever comes next. */
    JimObject hear() throws IOException {
        return object(peer.awaitFrame());
    }

    /** Waits for whatever comes next; empty when that is the end. */
    Optional<JimObject> hearOrEnd() throws IOException {
        return peer.awaitFrameOrEnd().map(Guest::object);
    }

    static JimObject object(Frame frame) {
        try {
            return CODEC.fromServer(frame);
        } catch (JimFault fault) {
            throw new AssertionError("the server does not speak JIM: " + frame.text(0, frame.length()), fault);
        }
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
