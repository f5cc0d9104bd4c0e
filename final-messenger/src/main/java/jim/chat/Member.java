package jim.chat;

import jim.protocol.JimMessage.Msg;

/** Somebody who is online. */
public interface Member {
    /** Hands over {@code msg}. Any thread; does not block. */
    void deliver(Msg msg);
}
