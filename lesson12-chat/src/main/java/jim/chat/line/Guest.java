package jim.chat.line;

import java.util.List;
import jim.chat.ChatEvent;
import jim.chat.ChatFault;
import jim.chat.Draft;
import jim.chat.Handover;
import jim.chat.Letter;
import jim.chat.Member;
import jim.chat.Message;
import jim.chat.Person;
import jim.chat.Reply;
import jim.chat.Sent;
import jim.protocol.Names;

/**
 * Somebody who types lines, from the moment of entering: at first without a name. For one thread, besides what others say,
 * which any thread may show.
 */
public final class Guest implements Member {
    private final LineChat chat;
    private final Screen screen;
    /** Who this is; null before the login. */
    private volatile Person person;
    /** What comes from the mailbox. Set before the first letter. */
    private volatile Handover handover;
    /** Nothing is done any more. Guarded by this, as is the way from no name to one. */
    private boolean ended;

    private Runnable settled;

    Guest(LineChat chat, Screen screen) {
        this.chat = chat;
        this.screen = screen;
    }

    /** From the login, or the end, on nobody has to wait for this guest. */
    void whenSettled(Runnable action) {
        settled = action;
    }

    /** Does what {@code text} asks for: one line, without its end. An empty line asks for nothing. */
    public void line(String text) {
        if (text.isEmpty() || hasEnded()) {
            return;
        }
        Line line = Line.of(text);
        try {
            chat.handler(line).handle(this, line);
        } catch (LineFault fault) {
            refuse(fault.getMessage());
        } catch (ChatFault fault) {
            refuse(reason(fault, line.word()));
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private static String reason(ChatFault fault, String name) {
        return switch (fault.kind()) {
            case NAME_IN_USE -> "Username already taken!";
            case NOBODY -> "[" + name + "] not found!";
            case PROTECTED -> fault.getMessage() + "; only a JIM client can log in so";
            default -> fault.getMessage();
        };
    }

    /** Says that something was not done, and why. */
    public void refuse(String why) {
        screen.show(Tone.ERROR, LineChat.error(why));
    }

    /** Hangs up: the others hear that this guest is gone. The second time, it does nothing. */
    public void leave() {
        end();
        settled.run();
        if (person != null) {
            person.logout();
        }
    }

    private synchronized void end() {
        ended = true;
    }

    /** Ends the visit of somebody who has not logged in yet. May be called from any thread. */
    public synchronized void endUnlessOnline(String why) {
        if (person == null && !ended) {
            ended = true;
            refuse(why);
            screen.end();
        }
    }

    synchronized void login(String name) throws LineFault, ChatFault {
        if (person != null) {
            throw new LineFault("Already login!");
        }
        if (!ended) {
            person = chat.login(name, this);
            handover = new Handover(person, true, screen::whenShown);
            settled.run();
            person.receive(Person.FROM_WHERE_IT_STOPPED);
        }
    }

    void logout() throws LineFault {
        online();
        leave();
        screen.end();
    }

    /** Who this is, after the login. */
    Person online() throws LineFault {
        if (person == null) {
            throw new LineFault("First login!");
        }
        return person;
    }

    /** Says {@code text} to somebody, and shows what was said. */
    void tell(String to, String text) throws LineFault {
        Person me = online();
        Told told = new Told(to);
        screen.hold();
        try {
            me.tell(new Draft(to, text), told);
        } catch (ChatFault why) {
            told.refused(why);
        }
    }

    /** Shows what has become of a message, and lets the guest go on. */
    private final class Told implements Reply<Sent> {
        private final String to;

        Told(String to) {
            this.to = to;
        }

        @Override
        public void done(Sent sent) {
            deliver(sent.message());
            if (sent.waiting() > 0) {
                inform("[INFO] - [" + sent.message().to() + "] is away: kept until the next login.");
            }
            screen.release();
        }

        @Override
        public void refused(ChatFault why) {
            refuse(reason(why, to));
            screen.release();
        }
    }

    /** A letter has arrived when it has been shown: whoever reads too slowly, gets it at the next login. */
    @Override
    public boolean deliver(Letter letter) {
        deliver(letter.message());
        handover.handed(letter.seq());
        return false;
    }

    @Override
    public void deliver(Message message) {
        Tone tone = Names.isRoom(message.to()) ? Tone.MESSAGE : Tone.PRIVATE;
        screen.show(tone, chat.line(message));
    }

    @Override
    public void letGo(String why) {
        refuse(why);
        screen.end();
    }

    void show(ChatEvent event) {
        screen.show(Tone.SYSTEM, LineChat.line(event));
    }

    void inform(String answer) {
        screen.show(Tone.INFO, answer);
    }

    void showPeople(List<String> names, String line) {
        screen.people(names, line);
    }
}
