package jim.chat.line;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import jim.chat.Chat;
import jim.chat.ChatEvent;
import jim.chat.ChatFault;
import jim.chat.Message;
import jim.chat.Person;
import jim.handlers.Commands;
import jim.handlers.Dispatcher;
import jim.handlers.Dispatcher.Entry;

/** A chat for people who type lines and read lines. For any thread. */
public final class LineChat {
    /** What every command looks like. */
    interface Handler {
        void handle(Guest guest, Line line) throws LineFault, ChatFault;
    }

    /** The last line for somebody for whom too much waits. */
    public static final String TOO_SLOW = error("you read too slowly, and too much waited for you: connect again");

    private static final Commands<String, Handler> COMMANDS =
            new Commands<>(Handler.class, Function.identity(), command -> Line.class);

    private final Chat chat;
    private final DateTimeFormatter times;
    private final Function<Guest, Runnable> entered;
    private final Dispatcher<String, Handler> handlers;

    /**
     * Lines for {@code chat}. To be made before anybody logs in there.
     *
     * @param zone the time zone of the times that people read
     */
    public LineChat(Chat chat, ZoneId zone) {
        this(chat, zone, guest -> () -> {});
    }

    /**
     * The same.
     *
     * @param entered is told of each guest before the first line, and says what is to be run at its login
     *     and at its end, perhaps more than once; on any thread
     */
    public LineChat(Chat chat, ZoneId zone, Function<Guest, Runnable> entered) {
        Roll roll = new Roll();
        chat.events().subscribe(roll::note);
        this.chat = chat;
        this.times = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        this.entered = entered;
        this.handlers = Dispatcher.of(COMMANDS, new LineCommands(roll));
    }

    /** The line that says why something is not done. */
    public static String error(String why) {
        return "[ERROR] - " + why;
    }

    /** Somebody is here who reads {@code screen}, and has not logged in yet. */
    public Guest enter(Screen screen) {
        Guest guest = new Guest(this, screen);
        guest.whenSettled(entered.apply(guest));
        return guest;
    }

    Handler handler(Line line) throws LineFault {
        Entry<Handler> entry = handlers.find(line.command());
        if (entry == null) {
            throw new LineFault("unknown command");
        }
        return entry.handler();
    }

    Person login(String name, Guest guest) throws ChatFault {
        return chat.login(name, guest, guest::show);
    }

    String line(Message message) {
        String to = message.to().equals(Message.EVERYONE) ? "" : "[->][" + message.to() + "]";
        return "[" + times.format(message.at()) + "][" + message.from() + "]" + to + ": " + message.text();
    }

    static String line(ChatEvent event) {
        String what = event instanceof ChatEvent.Arrived ? "login to" : "logout from";
        return "[SYSTEM INFO] - [" + event.name() + "] " + what + " chat.";
    }
}
