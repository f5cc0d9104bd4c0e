package jim.chat.web;

import jim.chat.line.Guest;
import jim.engine.Cause;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/** Somebody in front of a browser. A message is a line; whoever puts line ends into one has said several. */
record WebGuest(Guest guest) implements ConnectionListener {
    @Override
    public void onFrame(Frame message) {
        message.text(0, message.length()).lines().forEach(guest::line);
    }

    /** Never comes: every text is a frame. */
    @Override
    public void onFault(JimFault fault) {
        guest.refuse(fault.getMessage());
    }

    @Override
    public void onClosed(Cause why) {
        guest.leave();
    }
}
