package jim.messenger.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import jim.chat.ChatFault;
import jim.chat.Person;
import jim.decorators.Caller;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.messenger.dialect.Dialects;
import jim.messenger.dialect.Speaker;
import jim.messenger.limits.Limiter;
import jim.messenger.limits.Throttle;
import jim.messenger.metrics.Tally;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import org.apache.logging.log4j.Logger;

/**
 * One connection and, once it has logged in, the person behind it. {@link #onFrame} is the whole way of a request. The
 * listener's methods run on the connection's own thread; all others on any.
 */
final class Session implements ConnectionListener, Caller {
    /** Most clients of the course take one read for one message (protocol, section 6). */
    private static final Duration COURSE_PACE = Duration.ofMillis(5);

    /** For somebody for whom too much waits, or for too long. */
    static final Response TOO_SLOW =
            Response.of(Status.UNAVAILABLE, "you read too slowly, and too much waited for you: connect again");

    private static final Response STOPPING =
            Response.of(Status.UNAVAILABLE, "this server stops now, connect again later");

    private static final int LOGGED_REFUSALS = 20;

    private final Connection connection;
    private final Shared shared;
    private final Answers answers;
    private final Throttle throttle;
    private final Speaker speaker;
    private final LifeSigns life;
    private int refusals;
    private boolean waitsForLogin;
    /** For the timer's thread alone. */
    private boolean hasExpired;

    private volatile Visit visit;
    /** As {@link System#nanoTime} has it; null as long as somebody who had come before the login may not have been let in. */
    private volatile Long begunAt;

    private volatile boolean hasEnded;

    /** What all sessions of a server have in common. */
    record Shared(
            JimCodec codec,
            Dialects dialects,
            ActionTable actions,
            Sessions sessions,
            Limiter limiter,
            LoginDeadline deadline,
            Tally tally,
            Logger log) {}

    Session(Connection connection, Shared shared) {
        this.connection = connection;
        this.shared = shared;
        this.throttle = shared.limiter().throttle(connection);
        this.answers = new Answers(connection);
        this.speaker = shared.dialects().speaker();
        this.life = new LifeSigns(
                shared.sessions().patience(), this::probe, shared.sessions().now());
        connection.pace(COURSE_PACE);
        shared.sessions().add(this);
    }

    @Override
    public void onFrame(Frame frame) {
        try {
            Request request = speaker.request(frame);
            Answer answer = served(request.message());
            if (answer.response() == null && isLogin(request.message())) {
                waitForLogin();
            }
            if (request.message() instanceof Quit) {
                connection.pause(); // For good: nothing behind it is served, however late its answer is.
            }
            answers.add(answer, response -> reply(request, response));
            charge(request.message());
        } catch (JimFault fault) {
            refuse(fault);
        }
        // Not before: whoever waits for a sign of life is told when it was a quit.
        life.heard(shared.sessions().now());
    }

    /** What is kept has a price (protocol, section 8); to ask for something has none. */
    private void charge(JimMessage message) {
        if (message instanceof Msg || message instanceof Join || message instanceof Leave) {
            throttle.spend(1);
        }
    }

    private Answer served(JimMessage message) {
        if (isLoggedIn() && visit.asksForDelivery()) {
            answers.expect();
        }
        try {
            return shared.actions().serve(this, message);
        } catch (ChatFault fault) {
            return Answer.of(Refusals.of(fault));
        } catch (JimFault fault) {
            return Answer.of(fault.answer());
        } catch (RuntimeException e) {
            shared.log().error("{} {} failed", this, message.action(), e);
            return Answer.of(Refusals.OUR_FAULT);
        }
    }

    private static boolean isLogin(JimMessage message) {
        return message instanceof Presence || message instanceof Authenticate;
    }

    /** What the client has sent behind its login is for after it. */
    private void waitForLogin() {
        waitsForLogin = true;
        connection.pause();
    }

    private void reply(Request request, Response answer) {
        if (!answer.isGood()) {
            logRefusal(answer.text());
            shared.tally().refusal(answer.code(), isLogin(request.message()));
        }
        boolean ends = speaker.ends(request.message(), answer);
        if (ends) {
            // In its turn, behind what was asked before; and before the goodbye, when the name must be free.
            logout();
        }
        Optional<Response> told = speaker.told(request.message(), request.answered(answer));
        if (told.isPresent()) {
            send(told.get());
        }
        if (isLoggedIn() && !ends) {
            visit.settle(); // Before what was sent behind the login is served: a note to oneself meets an open mailbox.
        }
        if (waitsForLogin) {
            waitsForLogin = false;
            connection.resume();
        }
        if (ends) {
            connection.close();
        }
    }

    private void refuse(JimFault fault) {
        // What is wrong in broken JSON may be shown with a piece of it, and that may be anything, a password too.
        logRefusal(fault.closes() ? "it sent no strict JSON" : fault.getMessage());
        shared.tally().refusal(fault.answer().code(), false);
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
        shared.sessions().remove(this);
        hasEnded = true;
        logout();
        life.ended();
        answers.askNoMore();
    }

    @Override
    public boolean isLoggedIn() {
        return visit != null;
    }

    /** Who it is; null before the login. */
    Person person() {
        Visit known = visit;
        return known == null ? null : known.person();
    }

    /** What somebody hears who has logged in; null before the login. */
    Visit visit() {
        return visit;
    }

    /** Somebody who wants to come over this connection. */
    Visit prepare(Visit.Wish wish) {
        return new Visit(connection, speaker, shared, answers, wish);
    }

    /** {@code person} has come, and hears {@code begun}. */
    void login(Visit begun, Person person) {
        begun.begin(person);
        visit = begun;
        if (begun.asksForExtensions()) {
            connection.pace(Duration.ZERO);
        }
        shared.sessions().named(person.name(), this);
        shared.log().info("{} logged in", this);
        if (hasEnded) {
            logout();
        }
    }

    /** Whether it still has its name. */
    boolean hasItsName() {
        return shared.sessions().holder(person().name()) == this;
    }

    /** Gives the name back, at once. */
    void logout() {
        if (isLoggedIn()) {
            shared.sessions().unnamed(person().name(), this);
            person().logout();
            visit.end();
        }
    }

    /** Looks whether it is too late to log in; or the client has been silent, or has not read or acknowledged, for too long. */
    void tick(long now) {
        Visit known = visit;
        if (known == null) {
            if (shared.deadline().isOver(now - connection.since())) {
                expire();
            }
        } else if (!known.look(now)) {
            endWith(TOO_SLOW);
        } else if (speaker.isProbed() && !life.look(now)) {
            connection.close();
        }
    }

    /** Once, although the end may have to wait for an answer. */
    private void expire() {
        if (!hasExpired) {
            hasExpired = true;
            endWith(shared.deadline().passed());
        }
    }

    private void probe() {
        connection.send(shared.codec().encode(new Probe()));
    }

    /** Where the client is. */
    InetAddress address() {
        return ((InetSocketAddress) connection.peer()).getAddress();
    }

    /** Whoever comes from now on has come after the login. */
    void begin() {
        begunAt = System.nanoTime();
    }

    /** Whether this session may be dead while {@code other} lives. Whoever logged in after the other had come, is not. */
    boolean mayBeDead(Session other) {
        Long begun = begunAt;
        return begun != null && speaker.isProbed() && begun - other.connection.since() < 0;
    }

    /** Whether anything comes from the client when it is probed, in time. */
    CompletionStage<Boolean> isAlive() {
        return life.await();
    }

    /** The server stops: who speaks JIM is told, and everybody is let go. */
    void farewell() {
        if (isLoggedIn() && speaker.isProbed()) {
            endWith(STOPPING);
        } else {
            connection.close();
        }
    }

    /** What has been asked is answered before that: who waits for an answer would take this for it. */
    private void endWith(Response why) {
        answers.sayLast(() -> send(why));
    }

    /** The name is for somebody else: nobody has answered here, or the password could not be kept. */
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
