package jim.chat.telnet;

import jim.chat.door.Reception;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/** Somebody at a terminal, or behind a pipe: what is said in telnet, and each single key, stay here; lines go to the guest. */
final class TelnetSession implements ConnectionListener {
    private final Connection connection;
    private final Terminal terminal = new Terminal();
    private final ConnectionListener lines;
    /** Whether the client has offered something, or asked for it. */
    private boolean negotiates;
    /** Whether it knows that we would edit. */
    private boolean offered;

    TelnetSession(Connection connection, Reception reception) {
        this.connection = connection;
        this.lines = reception.enter(connection, terminal);
    }

    @Override
    public void onFrame(Frame frame) {
        if (TelnetCommand.is(frame)) {
            negotiate(frame);
        } else if (terminal.isEdited()) {
            type(frame);
        } else {
            lines.onFrame(frame);
        }
    }

    /** Whoever negotiates is a terminal, and is offered to have its lines edited here. */
    private void negotiate(Frame command) {
        terminal.beginColours();
        if (TelnetCommand.isOffer(command) && !negotiates) {
            negotiates = true;
            offerEditing();
            connection.send(TelnetCommand.WILL_SUPPRESS_GO_AHEAD);
        }
        if (command.equals(TelnetCommand.DO_ECHO)) {
            beginEditing();
        } else if (command.equals(TelnetCommand.DONT_ECHO)) {
            endEditing();
        } else {
            TelnetCommand.refusal(command).ifPresent(connection::send);
        }
    }

    private void offerEditing() {
        offered = true;
        connection.send(TelnetCommand.WILL_ECHO);
    }

    private void beginEditing() {
        if (!offered) {
            offerEditing();
        }
        if (!terminal.isEdited()) {
            terminal.beginEditing();
            redraw();
        }
    }

    private void endEditing() {
        offered = false;
        if (terminal.isEdited()) {
            terminal.endEditing();
            connection.send(TelnetCommand.WONT_ECHO);
        }
    }

    private void type(Frame keys) {
        try {
            Frame line = terminal.typed(keys);
            redraw();
            if (line != null) {
                lines.onFrame(line);
            }
        } catch (JimFault fault) {
            redraw();
            lines.onFault(fault);
        }
    }

    /** Nothing may be shown between what is drawn and the drawing: it would show an older line. */
    private void redraw() {
        synchronized (terminal) {
            connection.send(terminal.prompt());
        }
    }

    @Override
    public void onFault(JimFault fault) {
        lines.onFault(fault);
    }

    @Override
    public void onClosed(Cause why) {
        lines.onClosed(why);
    }
}
