package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import jim.chat.Chat;
import jim.chat.ChatEvent;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.chat.telnet.TelnetChat;
import jim.chat.web.HostNames;
import jim.chat.web.WebChat;
import jim.engine.Acceptor;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;
import jim.engine.netty.Web;
import jim.logging.LogFile;
import jim.messenger.delivery.MailPost;
import jim.messenger.dialect.Dialects;
import jim.messenger.limits.Limiter;
import jim.messenger.metrics.Tally;
import jim.messenger.server.MoreActions.Parts;
import jim.messenger.store.MessageStore;
import jim.protocol.JimCodec;
import jim.protocol.JsonFraming;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import org.apache.logging.log4j.Logger;

/**
 * The server, put together: doors below, each on an engine of its own, one chat above, and somebody for each connection
 * between them. Not for two threads at once.
 */
public final class MessengerServer implements AutoCloseable {
    /** With the lengths of its frames, and all else that is known of a connection, somebody who never reads costs 256 KiB. */
    private static final int OUTBOX_BYTES = 224 * 1_024;

    private static final String WEB_PATH = "/jim";
    /** What is left of the largest object for its text, even in an answer with old messages; how long one character can get. */
    private static final int TEXT_BYTES = JsonFraming.MAX_BYTES - 640;

    private static final int LONGEST_ESCAPE = 6;

    private final Engines make;
    private final List<LoopEngine> engines = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer;
    private final Future<?> ticking;
    private final ExecutorService reader;
    private final MessageStore store;
    private final Identities identities;
    private final Limiter limiter;
    private final Sessions sessions;
    private final Session.Shared shared;
    private final Reception lines;
    private final Tally tally;
    private final OperatorDoor operator;
    private final Logger log;

    /**
     * A server that does not listen yet.
     *
     * @param logs where it says who came and went; never what they said
     * @param store what it keeps; closed with it
     */
    public MessengerServer(LogFile logs, MessengerOptions options, MessageStore store) {
        this(logs, options, store, Engines.PLAIN, new Tally());
    }

    /**
     * The same, on other engines.
     *
     * @param tally what it counts; its store may count there too
     */
    MessengerServer(LogFile logs, MessengerOptions options, MessageStore store, Engines make, Tally tally) {
        this.make = make;
        this.tally = tally;
        this.log = logs.logger();
        this.store = store;
        this.timer = timer();
        this.limiter = new Limiter(options.limits(), timer);
        this.reader = Executors.newSingleThreadExecutor(this::reader);
        JimCodec codec = options.more().addedTo(new JimCodec(options.messageLimit(), Clock.systemUTC()));
        InstantSource clock = InstantSource.system();
        Chat chat = new Chat(
                clock,
                new Chat.Limits(options.messageLimit(), MessengerServer::fitsIntoAnObject, options.rooms()),
                new MailPost(store, options.accounts(), clock, reader, tally),
                this::failed);
        store.whenForgotten(chat::forget);
        store.whenSecured(chat::distrust);
        chat.events().subscribe(event -> note(store, event));
        this.operator = new OperatorDoor(tally, chat, store);
        this.identities = new Identities(store, options.accounts(), clock);
        this.sessions = new Sessions(options.patience(), this::failed);
        ChatActions own =
                new ChatActions(chat, new Logins(chat, sessions, identities, this::letIn, options.messageLimit()));
        ActionTable actions = ActionTable.of(
                codec, Stream.concat(Stream.of(own), options.more().handlers(new Parts(chat, store, reader))));
        LoginDeadline deadline = new LoginDeadline(timer, options.patience().login());
        this.lines = limiter.throttled(Reception.of(new LineChat(chat, ZoneId.systemDefault(), deadline::forGuest)));
        this.shared = new Session.Shared(
                codec,
                new Dialects(codec),
                (options.logActions() ? actions.logged(logs.logger("actions")) : actions).guarded(),
                sessions,
                limiter,
                deadline,
                tally,
                logs.logger("session"));
        this.ticking = sessions.start(timer);
        make.keepUp(timer, log);
    }

    private static void note(MessageStore store, ChatEvent event) {
        String key = Names.key(event.name());
        if (event instanceof ChatEvent.Arrived) {
            store.comes(key);
        } else {
            store.goes(key);
        }
    }

    /** Protocol, section 1: no object is longer, with the names and the time beside the text. */
    private static boolean fitsIntoAnObject(String text) {
        int worst = text.length() * LONGEST_ESCAPE;
        return worst <= TEXT_BYTES || StrictJson.text(Map.of("", text)).getBytes(UTF_8).length <= TEXT_BYTES;
    }

    private void failed(Throwable why) {
        log.error("a connection failed", why);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "timer"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private Thread reader(Runnable work) {
        Thread thread = daemon(work, "reader");
        thread.setUncaughtExceptionHandler((reading, why) -> log.error("what was kept could not be read", why));
        return thread;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Lets clients in that speak JIM over TCP (protocol, section 1).
     *
     * @param at where; port 0 for any free one
     * @return where it listens, with the port that it got
     */
    public InetSocketAddress start(InetSocketAddress at) throws IOException {
        return open("jim", make.tcp(jim()), at, jimDoor("jim"));
    }

    /** Lets browsers in: the page, and JIM over WebSocket beside it (protocol, section 1). As {@link #start}. */
    public InetSocketAddress startWeb(InetSocketAddress at) throws IOException {
        return startWeb(at, Set.of());
    }

    /**
     * The same.
     *
     * @param hosts names by which browsers may call this server, besides its addresses and its own name; in small letters
     */
    InetSocketAddress startWeb(InetSocketAddress at, Set<String> hosts) throws IOException {
        Set<String> names = new HashSet<>(HostNames.own());
        names.addAll(hosts);
        Web web = WebChat.web(names).and(WEB_PATH, jim(), jimDoor("web"));
        Acceptor page = limiter.counted(new WebChat(lines), WebChat::refusal, tally.connections("web"));
        return open("web", make.web(WebChat.options(this::failed), web), at, page);
    }

    /** Lets people in who come with telnet or nc (protocol, section 7). As {@link #start}. */
    public InetSocketAddress startText(InetSocketAddress at) throws IOException {
        Acceptor terminal = limiter.counted(new TelnetChat(lines), TelnetChat::refusal, tally.connections("text"));
        return open("text", make.tcp(TelnetChat.options(this::failed)), at, terminal);
    }

    /**
     * Lets programs of this computer see how it fares, and nobody else.
     *
     * @param port 0 for any free one
     */
    InetSocketAddress startAdmin(int port) throws IOException {
        InetSocketAddress listening = operator.open(port);
        log.info("listening on {} (admin)", listening);
        return listening;
    }

    private InetSocketAddress open(String door, LoopEngine engine, InetSocketAddress at, Acceptor acceptor)
            throws IOException {
        InetSocketAddress listening = engine.start(at, acceptor);
        engines.add(engine);
        log.info("listening on {} ({})", listening, door);
        return listening;
    }

    /** Lets in whoever waits at any door, then runs {@code then}. */
    private void letIn(Runnable then) {
        Runnable next = then;
        for (LoopEngine engine : engines) {
            Runnable after = next;
            next = () -> engine.letIn(after);
        }
        next.run();
    }

    private Acceptor jimDoor(String door) {
        return limiter.counted(
                connection -> new Session(connection, shared),
                why -> shared.codec().encode(Response.of(Status.TOO_MANY_REQUESTS, why)),
                tally.connections(door));
    }

    private EngineOptions jim() {
        return new EngineOptions(
                JsonFraming::new, OUTBOX_BYTES, () -> shared.codec().encode(Session.TOO_SLOW), this::failed);
    }

    /** Says goodbye, stops listening, sends what is still to be sent, closes every connection, and keeps what is to be kept. */
    @Override
    public void close() {
        operator.stopping();
        sessions.farewell();
        closeEngines();
        ticking.cancel(false);
        timer.shutdownNow();
        identities.close();
        reader.shutdown();
        store.close();
        operator.close();
        log.info("stopped");
    }

    /** All at the same time, since each waits for those who are slow to read. */
    private void closeEngines() {
        List<Thread> closing =
                engines.stream().map(engine -> daemon(engine::close, "close")).toList();
        closing.forEach(Thread::start);
        try {
            for (Thread each : closing) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
