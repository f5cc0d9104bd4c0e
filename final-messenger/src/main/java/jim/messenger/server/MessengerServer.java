package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import jim.chat.Chat;
import jim.chat.line.LineChat;
import jim.chat.telnet.TelnetChat;
import jim.chat.web.HostNames;
import jim.chat.web.WebChat;
import jim.decorators.LoggingProxy;
import jim.decorators.LoginRequiredProxy;
import jim.engine.Acceptor;
import jim.engine.Connection;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.engine.netty.Web;
import jim.logging.LogFile;
import jim.messenger.dialect.Dialects;
import jim.protocol.JimCodec;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import org.apache.logging.log4j.Logger;

/**
 * The server, put together: doors below, each on an engine of its own, one chat above, and somebody for each connection
 * between them. Not for two threads at once.
 */
public final class MessengerServer implements AutoCloseable {
    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final Response TOO_SLOW =
            Response.of(Status.UNAVAILABLE, "you read too slowly, and too much waited for you: connect again");

    /**
     * What can be chosen.
     *
     * @param logActions whether each call of an action is logged, with its caller, result and duration
     * @param messageLimit the longest text of a message, in code points, up to {@link JimCodec#MAX_TEXT_RAISED}
     * @param loginPatience after how long a connection is closed on which nobody has logged in
     */
    public record Options(boolean logActions, int messageLimit, Duration loginPatience) {
        private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(30);

        /** A choice that keeps to the protocol's own patience (section 1). */
        public Options(boolean logActions, int messageLimit) {
            this(logActions, messageLimit, LOGIN_PATIENCE);
        }

        /** A choice that keeps to the protocol's own patience and limit (section 2). */
        public Options(boolean logActions) {
            this(logActions, JimCodec.MAX_TEXT);
        }
    }

    private static final String WEB_PATH = "/jim";
    /** What is left of the largest object for its text, and how long one character can get there. */
    private static final int TEXT_BYTES = JsonFraming.MAX_BYTES - 512;

    private static final int LONGEST_ESCAPE = 6;

    private final Engines make;
    private final List<Engine> engines = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer;
    private final Session.Shared shared;
    private final LineChat lines;
    private final Logger log;

    /**
     * A server that does not listen yet.
     *
     * @param logs where it says who came and went; never what they said
     */
    public MessengerServer(LogFile logs, Options options) {
        this(logs, options, Engines.PLAIN);
    }

    /** The same, on other engines. */
    MessengerServer(LogFile logs, Options options, Engines make) {
        this.make = make;
        this.log = logs.logger();
        JimCodec codec = new JimCodec(options.messageLimit(), Clock.systemUTC());
        Chat chat = new Chat(
                InstantSource.system(), options.messageLimit(), MessengerServer::fitsIntoAnObject, this::failed);
        ActionTable actions = new ActionTable(decorated(new ChatActions(chat, options.messageLimit()), logs, options));
        this.timer = timer();
        make.keepUp(timer, log);
        LoginDeadline deadline = new LoginDeadline(timer, options.loginPatience());
        this.lines = new LineChat(chat, ZoneId.systemDefault(), deadline::forGuest);
        this.shared = new Session.Shared(codec, new Dialects(codec), actions, deadline, logs.logger("session"));
    }

    /** Protocol, section 1: no object is longer, with the names and the time beside the text. */
    private static boolean fitsIntoAnObject(String text) {
        int worst = text.length() * LONGEST_ESCAPE;
        return worst <= TEXT_BYTES || StrictJson.text(Map.of("", text)).getBytes(UTF_8).length <= TEXT_BYTES;
    }

    private static Actions decorated(Actions actions, LogFile logs, Options options) {
        Actions logged =
                options.logActions() ? LoggingProxy.of(Actions.class, actions, logs.logger("actions")) : actions;
        return LoginRequiredProxy.of(Actions.class, logged);
    }

    private void failed(Throwable why) {
        log.error("a connection failed", why);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * Lets clients in that speak JIM over TCP (protocol, section 1).
     *
     * @param at where; port 0 for any free one
     * @return where it listens, with the port that it got
     */
    public InetSocketAddress start(InetSocketAddress at) throws IOException {
        return open("jim", make.tcp(jim()), at, this::session);
    }

    /** Lets browsers in: the page, and JIM over WebSocket beside it (protocol, section 1). As {@link #start}. */
    public InetSocketAddress startWeb(InetSocketAddress at) throws IOException {
        Web web = WebChat.web(HostNames.own()).and(WEB_PATH, jim(), this::session);
        return open("web", make.web(WebChat.options(this::failed), web), at, new WebChat(lines));
    }

    /** Lets people in who come with telnet or nc (protocol, section 7). As {@link #start}. */
    public InetSocketAddress startText(InetSocketAddress at) throws IOException {
        return open("text", make.tcp(TelnetChat.options(this::failed)), at, new TelnetChat(lines));
    }

    private InetSocketAddress open(String door, Engine engine, InetSocketAddress at, Acceptor acceptor)
            throws IOException {
        InetSocketAddress listening = engine.start(at, acceptor);
        engines.add(engine);
        log.info("listening on {} ({})", listening, door);
        return listening;
    }

    private Session session(Connection connection) {
        return new Session(connection, shared);
    }

    private EngineOptions jim() {
        return new EngineOptions(
                JsonFraming::new, OUTBOX_BYTES, () -> shared.codec().encode(TOO_SLOW), this::failed);
    }

    /** Stops listening, sends what is still to be sent, and closes every connection. */
    @Override
    public void close() {
        engines.forEach(Engine::close);
        timer.shutdownNow();
        log.info("stopped");
    }
}
