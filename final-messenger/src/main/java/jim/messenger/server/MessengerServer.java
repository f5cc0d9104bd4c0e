package jim.messenger.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import jim.chat.Chat;
import jim.decorators.LoggingProxy;
import jim.decorators.LoginRequiredProxy;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.engine.selector.SelectorEngine;
import jim.logging.LogFile;
import jim.messenger.dialect.Dialects;
import jim.protocol.JimCodec;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;
import org.apache.logging.log4j.Logger;

/** The server, put together: an engine below, a chat above, a session for each connection between them. */
public final class MessengerServer implements AutoCloseable {
    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final Response TOO_SLOW =
            Response.of(Status.UNAVAILABLE, "you read too slowly, and too much waited for you: connect again");

    /**
     * What can be chosen.
     *
     * @param logActions whether each call of an action is logged, with its caller, result and duration
     * @param loginPatience after how long a connection is closed on which nobody has logged in
     */
    public record Options(boolean logActions, Duration loginPatience) {
        private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(30);

        /** A choice that keeps to the protocol's own patience (section 1). */
        public Options(boolean logActions) {
            this(logActions, LOGIN_PATIENCE);
        }
    }

    private final Engine engine;
    private final ScheduledThreadPoolExecutor timer;
    private final Session.Shared shared;
    private final Logger log;

    /**
     * A server that does not listen yet.
     *
     * @param logs where it says who came and went; never what they said
     */
    public MessengerServer(LogFile logs, Options options) {
        this.log = logs.logger();
        JimCodec codec = new JimCodec();
        Chat chat = new Chat(InstantSource.system(), JimCodec.MAX_TEXT, this::failed);
        ActionTable actions = new ActionTable(decorated(new ChatActions(chat), logs, options));
        this.timer = timer();
        this.shared = new Session.Shared(
                codec,
                new Dialects(codec),
                actions,
                new LoginDeadline(timer, options.loginPatience()),
                logs.logger("session"));
        this.engine = new SelectorEngine(
                new EngineOptions(JsonFraming::new, OUTBOX_BYTES, () -> codec.encode(TOO_SLOW), this::failed));
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
     * Begins to listen.
     *
     * @param at where; port 0 for any free one
     * @return where it listens, with the port that it got
     */
    public InetSocketAddress start(InetSocketAddress at) throws IOException {
        InetSocketAddress listening = engine.start(at, connection -> new Session(connection, shared));
        log.info("listening on {}", listening);
        return listening;
    }

    /** Stops listening, sends what is still to be sent, and closes every connection. */
    @Override
    public void close() {
        engine.close();
        timer.shutdownNow();
        log.info("stopped");
    }
}
