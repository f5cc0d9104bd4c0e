package jim.messenger.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import jim.chat.ChatFault;
import jim.chat.Member;
import jim.chat.Message;
import jim.chat.Person;
import jim.decorators.Caller;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.messenger.dialect.Dialects;
import jim.messenger.dialect.Speaker;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import org.apache.logging.log4j.Logger;

/**
 * One connection and, once it has logged in, the person behind it. {@link #onFrame} is the whole way of a request. The
 * listener's methods run on the connection's own thread; {@link #deliver} on any.
 */
final class Session implements ConnectionListener, Member, Caller {
    /** Most clients of the course take one read for one message (protocol, section 6). */
    private static final Duration COURSE_PACE = Duration.ofMillis(5);

    private static final Response OUR_FAULT =
            Response.of(Status.INTERNAL_ERROR, "this server has made a mistake, and nothing was done: try again");

    private static final int LOGGED_REFUSALS = 20;

    private final Connection connection;
    private final Shared shared;
    private final ScheduledFuture<?> loginDeadline;
    private final Speaker speaker;
    private int refusals;
    private volatile Person person;
    /** What came between the login and its answer, for after the answer; null when there is no need. Guarded by this. */
    private List<Message> early = new ArrayList<>();

    /** What all sessions of a server have in common. */
    record Shared(JimCodec codec, Dialects dialects, ActionTable actions, LoginDeadline deadline, Logger log) {}

    Session(Connection connection, Shared shared) {
        this.connection = connection;
        this.shared = shared;
        this.speaker = shared.dialects().speaker();
        this.loginDeadline = shared.deadline().start(this::expire);
        connection.pace(COURSE_PACE);
    }

    @Override
    public void onFrame(Frame frame) {
        try {
            Request request = speaker.request(StrictJson.object(frame));
            reply(request, served(request.message()));
        } catch (JimFault fault) {
            refuse(fault);
        }
    }

    private Response served(JimMessage message) {
        try {
            return shared.actions().serve(this, message);
        } catch (ChatFault fault) {
            logRefusal(fault);
            return Response.of(status(fault.kind()), fault.getMessage());
        } catch (JimFault fault) {
            logRefusal(fault);
            return fault.answer();
        } catch (RuntimeException e) {
            shared.log().error("{} {} failed", this, message.action(), e);
            return OUR_FAULT;
        }
    }

    private static Status status(ChatFault.Kind kind) {
        return switch (kind) {
            case BAD_NAME, TOO_LONG -> Status.BAD_REQUEST;
            case NAME_IN_USE -> Status.CONFLICT;
            case NOBODY, NO_ROOM -> Status.NOT_FOUND;
            case NOT_A_MEMBER -> Status.FORBIDDEN;
            case LOGGED_OUT -> Status.UNAUTHORIZED;
            case UNREACHABLE -> Status.INTERNAL_ERROR;
        };
    }

    private void reply(Request request, Response answer) {
        speaker.told(request.message(), request.answered(answer)).ifPresent(this::send);
        if (speaker.ends(request.message(), answer)) {
            connection.close();
        } else if (isLoggedIn()) {
            deliverEarly();
        }
    }

    private void refuse(JimFault fault) {
        logRefusal(fault);
        send(fault.answer());
        if (fault.closes()) {
            connection.close();
        }
    }

    /** Nobody may fill the disk with their faults. */
    private void logRefusal(Exception fault) {
        if (++refusals <= LOGGED_REFUSALS) {
            shared.log().info("{} is refused: {}", this, fault.getMessage());
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
        logout();
    }

    @Override
    public synchronized void deliver(Message message) {
        if (isOwnEcho(message)) {
            return;
        }
        if (early != null) {
            early.add(message);
        } else {
            speaker.messages(msg(message), person.name()).forEach(connection::send);
        }
    }

    /** What somebody says to all, a client of ours knows already. */
    private boolean isOwnEcho(Message message) {
        Person me = person;
        return me != null
                && message.to().equals(Message.EVERYONE)
                && message.from().equals(me.name());
    }

    private static Msg msg(Message message) {
        double seconds = message.at().toEpochMilli() / 1_000.0;
        return new Msg(message.to(), message.from(), message.text(), null, seconds);
    }

    private synchronized void deliverEarly() {
        if (early != null) {
            List<Message> waiting = early;
            early = null;
            waiting.forEach(this::deliver);
        }
    }

    @Override
    public boolean isLoggedIn() {
        return person != null;
    }

    /** Who it is; null before the login. */
    Person person() {
        return person;
    }

    /** Becomes {@code person}. */
    void login(Person person) {
        this.person = person;
        loginDeadline.cancel(false);
        shared.log().info("{} logged in", this);
    }

    /** Gives the name back, at once. */
    void logout() {
        if (isLoggedIn()) {
            person.logout();
        }
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

    @Override
    public String toString() {
        Person known = person;
        return (known == null ? "" : known.name()) + connection.peer();
    }
}
