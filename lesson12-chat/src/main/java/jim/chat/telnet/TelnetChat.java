package jim.chat.telnet;

import java.util.function.Consumer;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.engine.Acceptor;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.engine.EngineOptions;
import jim.protocol.Frame;

/** Lets people with telnet or nc into a chat of lines. Goes behind an engine that is made of {@link #options}. */
public final class TelnetChat implements Acceptor {
    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final Frame TOO_SLOW = Frame.of(LineChat.TOO_SLOW + "\n");

    private final Reception reception;

    /** A door to {@code reception}. */
    public TelnetChat(Reception reception) {
        this.reception = reception;
    }

    /**
     * What the engine must know.
     *
     * @param failures is told what goes wrong; from any thread
     */
    public static EngineOptions options(Consumer<Throwable> failures) {
        return new EngineOptions(TelnetFraming::new, OUTBOX_BYTES, () -> TOO_SLOW, failures);
    }

    /** What somebody is told who is not let in. */
    public static Frame refusal(String why) {
        return Frame.of(LineChat.error(why) + "\n");
    }

    @Override
    public ConnectionListener accepted(Connection connection) {
        return new TelnetSession(connection, reception);
    }
}
