package jim.messenger.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import jim.messenger.course.Interpreter;
import jim.messenger.course.Interpreter.Utterance;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimObject;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import jim.protocol.Status;

/**
 * A live connection to a server. Requests may be sent from any thread; what comes is read by one thread of its own. A
 * server answers in the order of the requests, so each answer belongs to the oldest request that has none.
 */
final class Link implements AutoCloseable {
    private static final int LOGIN_MILLIS = 10_000;

    /** Most servers of the course take one {@code recv} for one object, and wait for newcomers for 0.5 s before the next. */
    private static final Duration COURSE_GAP = Duration.ofMillis(600);

    private static final Response SENT =
            Response.of(Status.ACCEPTED, "sent; this server does not say what becomes of it");
    private static final Response NOT_THERE =
            Response.of(Status.BAD_REQUEST, "this server speaks the course's dialect, which has no word for that");

    /** What the server would say to it, and then hang up. */
    private static final Response TOO_LONG = Response.of(
            Status.BAD_REQUEST, "it is too long, a message has at most " + JsonFraming.MAX_BYTES + " bytes in all");

    /** Hears what comes; called by the link's reading thread. */
    interface Listener {
        /** Somebody wrote. */
        void onMessage(Msg msg);

        /** The server refuses something, and does not say what. */
        void onRefusal(Response refusal);

        /** The link has ended, for the given reason. The last call; not after {@link Link#close}. */
        void onLost(String reason);

        /** The link has ended because the server wants the person no longer. The last call, instead of the other one. */
        void onDismissed(String reason);
    }

    /** Waits for the answer to one request. One of its methods is called, once. */
    interface Asker {
        void answered(Response answer);

        /** No answer came, or none can come, for the given reason. */
        void unanswered(String reason);

        /** Does {@code then} either way. */
        static Asker either(Runnable then) {
            return new Asker() {
                @Override
                public void answered(Response answer) {
                    then.run();
                }

                @Override
                public void unanswered(String reason) {
                    then.run();
                }
            };
        }
    }

    /** One who waits for an answer, to what, and since when. */
    private record Waiting(JimMessage request, Asker asker, long since) {}

    private final Socket socket;
    private final Interpreter interpreter;
    private final FrameReader in;
    private final Queue<Waiting> askers = new ConcurrentLinkedQueue<>();
    /** What the server said last, when that is why it hangs up; else null. For the reading thread. */
    private Response farewell;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Pulse pulse;
    /** Whether the server answers everything: whoever grants limits does. Those of the course do not. Set by the login. */
    private boolean answersAll;
    /** When the last frame was written, as {@link System#nanoTime} has it. Guarded by this. */
    private long written;
    /** Whether the link was ended because no answer came. */
    private volatile boolean silent;

    private Link(Socket socket, Interpreter interpreter, LongSupplier nanos) throws IOException {
        this.socket = socket;
        pulse = new Pulse(nanos);
        this.interpreter = interpreter;
        this.in = new FrameReader(socket.getInputStream(), new JsonFraming());
    }

    /** Connects to the server at the end of {@code route}. */
    static Link over(Route route, Interpreter interpreter) throws IOException {
        return over(route, interpreter, System::nanoTime);
    }

    /** The same, with a clock of the caller's. */
    static Link over(Route route, Interpreter interpreter, LongSupplier nanos) throws IOException {
        return new Link(route.connect(), interpreter, nanos);
    }

    /** Logs in, before {@link #listen}, and returns the server's answer, good or bad. */
    Response login(JimMessage login) throws IOException, JimFault {
        socket.setSoTimeout(LOGIN_MILLIS);
        write(interpreter.said(login).frames());
        while (true) {
            if (read().orElse(null) instanceof Response response) {
                socket.setSoTimeout(0);
                interpreter.welcomed(response);
                answersAll = response.more().containsKey("limits");
                return response;
            }
        }
    }

    /** Starts to read. */
    void listen(Presence presence, Listener listener) {
        Thread reader = new Thread(() -> readAll(presence, listener), "from-server");
        reader.setDaemon(true);
        reader.start();
        Thread watch = new Thread(() -> watch(presence), "silence-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Presence presence) {
        try {
            while (!ended.await(1, TimeUnit.SECONDS)) {
                look(presence);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the link when an answer is overdue. When nothing has come for long, and nothing was asked, it asks for the cheapest
     * of answers. Without the lock, which a write that does not get on would hold.
     */
    void look(Presence presence) {
        if (!answersAll) {
            return;
        }
        Waiting oldest = askers.peek();
        if (oldest == null && pulse.isFaint()) {
            ask(presence, Asker.either(() -> {}));
        } else if (oldest != null && pulse.isLost(oldest.since())) {
            silent = true;
            hangUp();
        }
    }

    /** Sends {@code request}, and tells {@code asker}, as a rule on the reading thread, what became of it. */
    void ask(JimMessage request, Asker asker) {
        Utterance said = interpreter.said(request);
        if (said.frames().isEmpty()) {
            asker.answered(NOT_THERE);
        } else if (said.frames().get(0).length() > JsonFraming.MAX_BYTES) {
            asker.answered(TOO_LONG);
        } else {
            send(said, new Waiting(request, asker, pulse.now()));
        }
    }

    private void send(Utterance said, Waiting waiting) {
        try {
            write(said, waiting);
            if (!said.isAnswered()) {
                waiting.asker().answered(SENT);
            }
        } catch (IOException e) {
            if (!said.isAnswered() || askers.remove(waiting)) {
                waiting.asker().unanswered(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The asker stands in the queue before its request is on the way: the answer may come at once. */
    private synchronized void write(Utterance said, Waiting waiting) throws IOException {
        if (said.isAnswered()) {
            askers.add(waiting);
        }
        if (socket.isClosed()) {
            throw new EOFException("we are trying to reach it again");
        }
        write(said.frames());
    }

    private void readAll(Presence presence, Listener listener) {
        try {
            while (true) {
                JimObject object = read().orElse(null);
                pulse.heard();
                farewell = null;
                if (object instanceof Msg msg) {
                    listener.onMessage(msg);
                } else if (object instanceof Probe) {
                    ask(presence, Asker.either(() -> {}));
                } else if (object instanceof Response response) {
                    answered(response, listener);
                }
            }
        } catch (IOException e) {
            lost(listener, farewell == null ? reason(e) : farewell.text());
        } catch (JimFault fault) {
            lost(listener, "it does not speak JIM: " + fault.getMessage());
        }
    }

    private String reason(IOException e) {
        return silent ? "it has not answered for " + Pulse.ANSWER_SECONDS + " s" : String.valueOf(e.getMessage());
    }

    /** A refusal of nothing that was asked for, and a 401 after the login, are about the whole visit. */
    private void answered(Response response, Listener listener) {
        Waiting oldest = askers.poll();
        if (!response.isGood() && (oldest == null || response.is(Status.UNAUTHORIZED))) {
            farewell = response;
        }
        if (oldest != null && !isTriedAgain(oldest, response)) {
            oldest.asker().answered(response);
        } else if (oldest == null && !response.isGood() && interpreter.isOfTheCourse()) {
            listener.onRefusal(response);
        }
    }

    /** Only when it is sure that this was refused: whoever does not answer messages refuses what came behind them. */
    private boolean isTriedAgain(Waiting refused, Response answer) {
        boolean again = refused.request() instanceof Msg
                && answer.is(Status.BAD_REQUEST)
                && askers.isEmpty()
                && interpreter.turnsToTheCourse();
        if (again) {
            ask(refused.request(), refused.asker());
        }
        return again;
    }

    private void lost(Listener listener, String reason) {
        boolean ours = socket.isClosed() && !silent;
        close();
        for (Waiting waiting = askers.poll(); waiting != null; waiting = askers.poll()) {
            waiting.asker().unanswered(reason);
        }
        if (ours) {
            return;
        }
        if (farewell != null && farewell.is(Status.UNAUTHORIZED)) {
            listener.onDismissed(reason);
        } else {
            listener.onLost(reason);
        }
    }

    private Optional<JimObject> read() throws IOException, JimFault {
        Frame frame = in.read();
        if (frame == null) {
            throw new EOFException("it closed the connection");
        }
        return interpreter.read(frame);
    }

    private synchronized void write(List<Frame> frames) throws IOException {
        for (Frame frame : frames) {
            if (interpreter.isOfTheCourse()) {
                LockSupport.parkNanos(written + COURSE_GAP.toNanos() - System.nanoTime());
            }
            socket.getOutputStream().write(frame.toByteArray());
            written = System.nanoTime();
        }
    }

    /** Ends the connection. */
    @Override
    public synchronized void close() {
        ended.countDown();
        hangUp();
    }

    private void hangUp() {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended either way.
        }
    }
}
