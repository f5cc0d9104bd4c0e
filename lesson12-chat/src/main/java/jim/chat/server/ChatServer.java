package jim.chat.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jim.chat.Chat;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.chat.telnet.TelnetChat;
import jim.chat.web.HostNames;
import jim.chat.web.WebChat;
import jim.engine.Acceptor;
import jim.engine.Engine;
import jim.engine.netty.NettyEngine;
import org.apache.logging.log4j.Logger;

/** One chat, and every engine through which people come to it. For one thread. */
final class ChatServer implements AutoCloseable {
    /** No line is longer, so that none is refused for its text. */
    private static final int MAX_TEXT = 8_192;

    private final Logger log;
    private final Reception reception;
    private final List<Engine> engines = new ArrayList<>();

    /**
     * A server that does not listen yet.
     *
     * @param log where it says who connects, and what goes wrong
     */
    ChatServer(Logger log) {
        this.log = log;
        Chat chat = new Chat(InstantSource.system(), MAX_TEXT, this::failed);
        this.reception = Reception.of(new LineChat(chat, ZoneId.systemDefault()));
    }

    /**
     * Lets people in who come with telnet or nc.
     *
     * @return where it listens, with the port that it got
     */
    InetSocketAddress start(EngineKind kind, InetSocketAddress at) throws IOException {
        return start(kind.engine(TelnetChat.options(this::failed)), at, new TelnetChat(reception));
    }

    /**
     * Lets people in who come with a browser.
     *
     * @return where it listens, with the port that it got
     */
    InetSocketAddress startWeb(InetSocketAddress at) throws IOException {
        Engine engine = NettyEngine.web(WebChat.options(this::failed), WebChat.web(HostNames.own()));
        return start(engine, at, new WebChat(reception));
    }

    private InetSocketAddress start(Engine engine, InetSocketAddress at, Acceptor door) throws IOException {
        InetSocketAddress address = engine.start(at, connection -> {
            log.info("New connection: {}", connection.peer());
            return door.accepted(connection);
        });
        engines.add(engine);
        return address;
    }

    private void failed(Throwable why) {
        log.error("a connection failed", why);
    }

    /** Stops listening, sends what is still to be sent, and closes every connection. */
    @Override
    public void close() {
        engines.forEach(Engine::close);
    }
}
