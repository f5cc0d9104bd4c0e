package jim.chat.door;

import java.util.List;
import jim.chat.line.Guest;
import jim.chat.line.LineChat;
import jim.chat.line.Screen;
import jim.chat.line.Tone;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/** A guest at the other end of a connection: each frame is a line for the guest, and what the guest is shown goes out. */
final class LineSession implements ConnectionListener, Screen {
    private final Connection connection;
    private final Look look;
    private final Guest guest;

    /** Somebody new in {@code chat}. */
    LineSession(Connection connection, LineChat chat, Look look) {
        this.connection = connection;
        this.look = look;
        this.guest = chat.enter(this);
    }

    @Override
    public void onFrame(Frame line) {
        guest.line(line.text(0, line.length()));
    }

    @Override
    public void onFault(JimFault fault) {
        guest.refuse(fault.getMessage());
    }

    @Override
    public void onClosed(Cause why) {
        guest.leave();
    }

    /** A look may have a state, and must not change between what is drawn and the sending of it. */
    @Override
    public void show(Tone tone, String line) {
        synchronized (look) {
            connection.send(look.line(tone, line));
        }
    }

    @Override
    public void people(List<String> names, String line) {
        connection.send(look.people(names, line));
    }

    @Override
    public void whenShown(Runnable then) {
        connection.afterSent(then);
    }

    /** What was typed meanwhile waits unread: so no line overtakes an answer, and no end comes before it. */
    @Override
    public void hold() {
        connection.hold();
        connection.pause();
    }

    @Override
    public void release() {
        connection.release();
        connection.resume();
    }

    @Override
    public void end() {
        connection.close();
    }
}
