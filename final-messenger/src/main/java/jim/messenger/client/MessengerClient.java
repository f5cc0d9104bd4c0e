package jim.messenger.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.messenger.course.Interpreter;
import jim.messenger.tls.PrivacyException;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;
import org.apache.logging.log4j.Logger;

/**
 * One person's side of the messenger: keeps a link to the server, makes it anew when it is lost, and shows what comes.
 * The person's own thread sends; the link's thread shows, and connects again.
 */
final class MessengerClient implements Link.Listener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final JimCodec codec = new JimCodec(JimCodec.MAX_TEXT_RAISED, Clock.systemUTC());
    private final Interpreter.Dialect dialect;
    private final Route route;
    private final Console console;
    private final Logger log;
    private final Set<String> rooms = new ConcurrentSkipListSet<>();
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final CompletableFuture<Stop> dismissed = new CompletableFuture<>();
    private volatile Identity identity;
    private volatile Link link;
    private volatile boolean unanswered;
    /** The last refusal that was shown since the link was lost; once is enough. For the link's thread. */
    private String refusal = "";

    MessengerClient(Route route, Interpreter.Dialect dialect, Console console, Logger log) {
        this.route = route;
        this.dialect = dialect;
        this.console = console;
        this.log = log;
    }

    /**
     * Connects and logs in, now and after every loss of the link; returns the server's answer, good or bad.
     *
     * @throws Stop when no server answers
     */
    Response login(Identity who) throws Stop {
        identity = who;
        try {
            return open();
        } catch (IOException e) {
            log.warn("no connection to {}", route, e);
            throw route.leadsNowhere(e);
        } catch (JimFault fault) {
            throw route.leadsElsewhere(fault);
        }
    }

    /** Connects, logs in and, when the server's answer is good, listens. */
    private Response open() throws IOException, JimFault {
        Link opened = Link.over(route, new Interpreter(codec, dialect));
        Response answer;
        boolean good = false;
        try {
            answer = opened.login(identity.login());
            good = answer.isGood();
            if (!good) {
                log.warn("refused as {}: {}", name(), answer.text());
                return answer;
            }
        } finally {
            if (!good) {
                opened.close();
            }
        }
        // Before anybody can ask for anything: what the person types next may be meant for a room.
        rooms.forEach(room -> opened.ask(new Join(room), Link.Asker.either(() -> {})));
        link = opened;
        log.info("connected to {} as {}", route, name());
        console.show("Connected to " + route + " as " + name() + ".");
        opened.listen(identity.presence(), this);
        return answer;
    }

    @Override
    public void onMessage(Msg msg) {
        String time = TIME.format(msg.time() == null ? Instant.now() : msg.time());
        console.showMessage(time, msg.toRoom() ? msg.to() + " " + msg.from() : msg.from(), msg.text());
    }

    @Override
    public void onRefusal(Response refused) {
        console.show(sentence("The server refuses something: " + refused.text()));
    }

    @Override
    public void onLost(String reason) {
        if (leaving.getCount() == 0) {
            return;
        }
        log.warn("connection lost: {}", reason);
        console.show("The server is gone (" + reason + "). Trying to reach it again...");
        refusal = "";
        Duration pause = FIRST_PAUSE;
        while (!awaited(leaving, pause) && !reopened()) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    @Override
    public void onDismissed(String reason) {
        if (leaving.getCount() > 0) {
            dismiss(reason);
        }
    }

    private void dismiss(String why) {
        log.warn("dismissed: {}", why);
        leaving.countDown();
        dismissed.complete(
                new Stop(ExitCode.REFUSED, sentence("the server has ended the visit of " + name() + ": " + why)));
    }

    /** Why the visit has ended, once the server wants the person no longer. */
    CompletableFuture<Stop> dismissed() {
        return dismissed;
    }

    private static boolean awaited(CountDownLatch latch, Duration most) {
        try {
            return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Whether there is nothing more to try. To repeat a password that is wrong by now would only use up its attempts. */
    private boolean reopened() {
        try {
            Response answer = open();
            if (answer.is(Status.UNAUTHORIZED) || answer.is(Status.WRONG_CREDENTIALS)) {
                dismiss(answer.text());
                return true;
            }
            if (!answer.isGood()) {
                showOnce("refuses: " + answer.text());
            }
            return answer.isGood();
        } catch (PrivacyException e) {
            showOnce(e.getMessage().replace('\n', ' '));
            return false;
        } catch (IOException | JimFault e) {
            return false;
        }
    }

    private void showOnce(String why) {
        if (!why.equals(refusal)) {
            refusal = why;
            console.show(sentence("The server is back, but " + why));
        }
    }

    /** The person's name. */
    String name() {
        return identity.name();
    }

    /** Sends {@code text} to a person or a room, and shows what became of it. */
    void write(String to, String text) {
        ask(new Msg(to, name(), text), "not sent to " + to, answer -> console.show("-> " + to + ": " + answer.text()));
    }

    /** Shows who is online; in {@code room}, or anywhere when that is null. */
    void who(String room) {
        ask(
                new Who(room),
                "cannot say who is there",
                answer -> console.show("Online: " + String.join(", ", answer.texts("users"))));
    }

    /** Joins {@code room}, now and after every new connection. */
    void join(String room) {
        ask(new Join(room), "not joined", answer -> {
            rooms.add(Names.key(room));
            console.show("You are in " + room + ". Write to it: " + room + " hello");
        });
    }

    /** Leaves {@code room}. It is ours until the answer comes, as the answer to the join may be on its way still. */
    void leave(String room) {
        ask(new Leave(room), "not left", answer -> {
            rooms.remove(Names.key(room));
            console.show("You have left " + room + ".");
        });
    }

    /** Tells the server, waits until it has answered everything, and ends the link. False when an answer is missing. */
    boolean quit() {
        leaving.countDown();
        CountDownLatch farewell = new CountDownLatch(1);
        link.ask(new Quit(), Link.Asker.either(farewell::countDown));
        awaited(farewell, FAREWELL);
        link.close();
        log.info("left");
        return !unanswered;
    }

    private void ask(JimMessage request, String failed, Consumer<Response> done) {
        link.ask(request, new Link.Asker() {
            @Override
            public void answered(Response answer) {
                if (answer.isGood()) {
                    done.accept(answer);
                } else {
                    console.show(sentence(failed + ": " + answer.text()));
                }
            }

            @Override
            public void unanswered(String reason) {
                unanswered = true;
                console.show(sentence(failed + ", as far as we know: the server is away (" + reason + ")"));
            }
        });
    }

    /** What others say may end in a full stop or a question mark already. */
    static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
