package jim.chat.telnet;

import jim.chat.door.LineSession;
import jim.chat.door.Look;
import jim.chat.line.LineChat;
import jim.chat.line.Tone;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.VisibleText;

/** Somebody at a terminal, or behind a pipe: what is said in telnet stays here, and lines go to the guest. */
final class TelnetSession implements ConnectionListener, Look {
    private final Connection connection;
    private final LineSession lines;
    /** Whether the peer has spoken telnet. What is no telnet client, such as a pipe, shall get plain text. */
    private volatile boolean coloured;

    TelnetSession(Connection connection, LineChat chat) {
        this.connection = connection;
        this.lines = new LineSession(connection, chat, this);
    }

    @Override
    public void onFrame(Frame frame) {
        if (TelnetCommand.is(frame)) {
            coloured = true;
            TelnetCommand.refusal(frame).ifPresent(connection::send);
        } else {
            lines.onFrame(frame);
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

    @Override
    public Frame line(Tone tone, String line) {
        String visible = VisibleText.of(line);
        return Frame.of((coloured ? Colours.of(tone, visible) : visible) + "\n");
    }
}
