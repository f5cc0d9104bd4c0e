package jim.chat.web;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.engine.Acceptor;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.engine.EngineOptions;
import jim.engine.netty.Web;
import jim.protocol.Frame;

/**
 * Lets browsers into a chat of lines. Goes behind an engine for WebSocket, which is made of {@link #options} and
 * {@link #web}.
 */
public final class WebChat implements Acceptor {
    private static final String PATH = "/chat";
    /** The longest line or object. */
    private static final int MESSAGE_BYTES = 8_192;

    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Reception reception;

    /** A door to {@code reception}. */
    public WebChat(Reception reception) {
        this.reception = reception;
    }

    /**
     * What the engine must know.
     *
     * @param failures is told what goes wrong; from any thread
     */
    public static EngineOptions options(Consumer<Throwable> failures) {
        return new EngineOptions(LineMessage::new, OUTBOX_BYTES, () -> PageLook.response(LineChat.TOO_SLOW), failures);
    }

    /**
     * The page and the WebSocket beside it.
     *
     * @param names by which browsers may call this server, besides its addresses and {@code localhost}; in small letters
     */
    public static Web web(Set<String> names) {
        return new Web(PATH, names, new ChatPage(), MESSAGE_BYTES, PATIENCE);
    }

    /** What somebody is told who is not let in. */
    public static Frame refusal(String why) {
        return PageLook.response(LineChat.error(why));
    }

    @Override
    public ConnectionListener accepted(Connection connection) {
        return reception.enter(connection, new PageLook());
    }
}
