package jim.chat.telnet;

import jim.chat.line.Guest;
import jim.chat.line.LineChat;
import jim.chat.line.Screen;
import jim.chat.line.Tone;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.VisibleText;

/** A guest at a terminal: what comes goes to the guest, and what the guest is shown goes out. */
final class TelnetSession implements ConnectionListener, Screen {
    private final Connection connection;
    private final Guest guest;
    /** Whether the peer has spoken telnet. What is no telnet client, such as a pipe, shall get plain text. */
    private volatile boolean coloured;

    TelnetSession(Connection connection, LineChat chat) {
        this.connection = connection;
        this.guest = chat.enter(this);
    }

    @Override
    public void onFrame(Frame frame) {
        if (TelnetCommand.is(frame)) {
            coloured = true;
            TelnetCommand.refusal(frame).ifPresent(connection::send);
        } else {
            guest.line(frame.text(0, frame.length()));
        }
    }

    @Override
    public void onFault(JimFault fault) {
        guest.refuse(fault.getMessage());
    }

    @Override
    public void onClosed(Cause why) {
        guest.leave();
    }

    @Override
    public void show(Tone tone, String line) {
        String visible = VisibleText.of(line);
        connection.send(Frame.of((coloured ? Colours.of(tone, visible) : visible) + "\n"));
    }

    @Override
    public void end() {
        connection.close();
    }
}
