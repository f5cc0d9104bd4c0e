package jim.messenger.server;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Member;
import jim.chat.Message;
import jim.chat.Person;
import jim.decorators.Caller;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.messenger.dialect.Dialect;
import jim.messenger.dialect.Dialects;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Delivered;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Probe;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import org.apache.logging.log4j.Logger;

/**
 * One connection and, once it has logged in, the person behind it. {@link #onFrame} is the whole way of a request. The
 * listener's methods run on the connection's own thread; all others on any.
 */
final class Session implements ConnectionListener, Member, Caller {
    /** Most clients of the course take one read for one message (protocol, section 6). */
    private static final Duration COURSE_PACE = Duration.ofMillis(5);

    private static final Response OUR_FAULT =
            Response.of(Status.INTERNAL_ERROR, "this server has made a mistake, and nothing was done: try again");

    private static final int LOGGED_REFUSALS = 20;

    private final Connection connection;
    private final Shared shared;
    private final Answers answers;
    private final long connectedAt = System.nanoTime();
    private final ScheduledFuture<?> loginDeadline;
    private int refusals;
    private boolean waitsForLogin;
    private volatile Dialect dialect;
    private volatile Login login;
    private volatile long heardAt;
    private volatile boolean probed;
    private volatile CompletableFuture<Boolean> lifeSign;
    /** What came between the login and its answer, for after the answer; null when there is no need. Guarded by this. */
    private List<Message> early = new ArrayList<>();

    /** What all sessions of a server have in common. */
    record Shared(
            JimCodec codec,
            Dialects dialects,
            ActionTable actions,
            Sessions sessions,
            LoginDeadline deadline,
            Logger log) {}

    /**
     * Who it is.
     *
     * @param after behind which letter of the mailbox to begin
     */
    private record Login(Person person, Extensions extensions, Inbox inbox, long after, long at) {}

    Session(Connection connection, Shared shared) {
        this.connection = connection;
        this.shared = shared;
        this.answers = new Answers(connection);
        this.dialect = shared.dialects().first();
        this.heardAt = shared.sessions().now();
        this.loginDeadline = shared.deadline().start(this::expire);
        connection.pace(COURSE_PACE);
        shared.sessions().add(this);
    }

    @Override
    public void onFrame(Frame frame) {
        heard();
        try {
            JsonObject object = StrictJson.object(frame);
            dialect = shared.dialects().after(dialect, object);
            Request request = dialect.request(object);
            Answer answer = served(request.message());
            if (answer.response() == null && !isLoggedIn()) {
                waitForLogin();
            }
            answers.add(answer, response -> reply(request, response));
        } catch (JimFault fault) {
            refuse(fault);
        }
    }

    private Answer served(JimMessage message) {
        try {
            return shared.actions().serve(this, message);
        } catch (ChatFault fault) {
            return Answer.of(Refusals.of(fault));
        } catch (JimFault fault) {
            return Answer.of(fault.answer());
        } catch (RuntimeException e) {
            shared.log().error("{} {} failed", this, message.action(), e);
            return Answer.of(OUR_FAULT);
        }
    }

    /** What the client has sent behind its login is for after it. */
    private void waitForLogin() {
        waitsForLogin = true;
        connection.pause();
    }

    private void reply(Request request, Response answer) {
        if (!answer.isGood()) {
            logRefusal(answer.text());
        }
        dialect.told(request.message(), request.answered(answer)).ifPresent(this::send);
        if (waitsForLogin) {
            waitsForLogin = false;
            connection.resume();
        }
        if (dialect.ends(request.message(), answer)) {
            connection.close();
        } else if (isLoggedIn()) {
            settle();
        }
    }

    private void refuse(JimFault fault) {
        logRefusal(fault.getMessage());
        answers.add(Answer.of(fault.answer()), this::send);
        if (fault.closes()) {
            connection.close();
        }
    }

    /** Nobody may fill the disk with their faults. */
    private void logRefusal(String why) {
        if (++refusals <= LOGGED_REFUSALS) {
            shared.log().info("{} is refused: {}", this, why);
        } else if (refusals == LOGGED_REFUSALS + 1) {
            shared.log().info("{} is refused again; from now on without a line here", this);
        }
    }

    private void send(Response answer) {
        connection.send(shared.codec().encode(answer));
    }

    @Override
    public void onFault(JimFault fault) {
        refuse(fault);
    }

    @Override
    public void onClosed(Cause why) {
        shared.log().info("{} ended: {}", this, why);
        loginDeadline.cancel(false);
        shared.sessions().remove(this);
        logout();
        answerForLife(false);
    }

    @Override
    public synchronized void deliver(Message message) {
        if (isOwnEcho(message)) {
            return;
        }
        if (early != null) {
            early.add(message);
        } else {
            connection.send(dialect.message(msg(message, null), person().name()));
        }
    }

    /** What somebody says to all, a client of ours knows already. */
    private boolean isOwnEcho(Message message) {
        return isLoggedIn()
                && message.to().equals(Message.EVERYONE)
                && message.from().equals(person().name());
    }

    @Override
    public boolean deliver(Letter letter) {
        Login me = login;
        JimMessage.Tracking tracking =
                me.extensions().id() ? new JimMessage.Tracking(null, id(letter.id()), letter.seq()) : null;
        connection.send(
                dialect.message(msg(letter.message(), tracking), me.person().name()));
        me.inbox().handed(letter.seq(), shared.sessions().now());
        return false;
    }

    private static Msg msg(Message message, JimMessage.Tracking tracking) {
        double seconds = message.at().toEpochMilli() / 1_000.0;
        return new Msg(message.to(), message.from(), message.text(), null, seconds, tracking);
    }

    /** The number of a message, as a client sees it. */
    static String id(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    @Override
    public boolean asksForDelivery() {
        Login me = login;
        return me != null && me.extensions().ack();
    }

    @Override
    public void delivered(long id) {
        connection.send(shared.codec().encode(new Delivered(id(id), null)));
    }

    /** The login is answered: what waited may follow. */
    private void settle() {
        synchronized (this) {
            if (early == null) {
                return;
            }
            List<Message> waiting = early;
            early = null;
            waiting.forEach(this::deliver);
        }
        person().receive(login.after());
    }

    @Override
    public boolean isLoggedIn() {
        return login != null;
    }

    /** Who it is; null before the login. */
    Person person() {
        Login me = login;
        return me == null ? null : me.person();
    }

    /** What the client may do beyond JIM's first four sections. */
    Extensions extensions() {
        Login me = login;
        return me == null ? Extensions.NONE : me.extensions();
    }

    /**
     * Becomes {@code person}.
     *
     * @param after the last letter that the client has; null when it does not say
     */
    void login(Person person, Extensions extensions, Long after) {
        Inbox inbox = new Inbox(connection, person, extensions.ack());
        long from = after == null ? Person.FROM_WHERE_IT_STOPPED : after;
        this.login = new Login(person, extensions, inbox, from, System.nanoTime());
        loginDeadline.cancel(false);
        shared.sessions().named(person.name(), this);
        shared.log().info("{} logged in", this);
    }

    /** Gives the name back, at once. */
    void logout() {
        if (isLoggedIn()) {
            shared.sessions().unnamed(person().name(), this);
            person().logout();
        }
    }

    /** The client has all letters up to {@code seq}; false when it cannot have so many. */
    boolean acknowledge(long seq) {
        return login.inbox().acknowledge(seq, shared.sessions().now());
    }

    /** From now on frames are sent as soon as they can be. */
    void hurry() {
        connection.pace(Duration.ZERO);
    }

    private void expire() {
        if (!isLoggedIn()) {
            send(shared.deadline().passed());
            connection.close();
        }
    }

    private void heard() {
        heardAt = shared.sessions().now();
        probed = false;
        answerForLife(true);
    }

    /** Looks whether the client has been silent, or has not acknowledged, for too long (protocol, sections 4 and 5). */
    void tick(long now) {
        Login me = login;
        if (me == null) {
            return;
        }
        Patience patience = shared.sessions().patience();
        me.inbox().resendIfWaiting(now - patience.ack().toNanos(), now);
        long silent = now - heardAt - patience.idle().toNanos();
        if (silent < 0 || !dialect.isProbed()) {
            return;
        }
        if (!probed) {
            probed = true;
            probe();
        } else if (silent >= patience.probe().toNanos()) {
            connection.close();
        }
    }

    private void probe() {
        connection.send(shared.codec().encode(new Probe()));
    }

    /** Whether this session may be dead while {@code other} lives. Whoever logged in after the other had come, is not. */
    boolean mayBeDead(Session other) {
        Login me = login;
        return me != null && dialect.isProbed() && me.at() < other.connectedAt;
    }

    /** Whether anything comes from the client when it is probed, in time. */
    synchronized CompletionStage<Boolean> isAlive() {
        if (lifeSign == null) {
            Duration patience = shared.sessions().patience().holder();
            lifeSign =
                    new CompletableFuture<Boolean>().completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS);
            probe();
        }
        return lifeSign;
    }

    private void answerForLife(boolean alive) {
        if (lifeSign == null) {
            return;
        }
        CompletableFuture<Boolean> asked;
        synchronized (this) {
            asked = lifeSign;
            lifeSign = null;
        }
        if (asked != null) {
            asked.complete(alive);
        }
    }

    /** Somebody else gets the name: nobody has answered here. */
    void giveUp() {
        logout();
        connection.close();
    }

    @Override
    public String toString() {
        Person known = person();
        return (known == null ? "" : known.name()) + connection.peer();
    }
}
