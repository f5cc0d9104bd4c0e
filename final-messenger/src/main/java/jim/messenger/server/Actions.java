package jim.messenger.server;

import jim.chat.ChatFault;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Ack;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.History;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;

/**
 * What the server does for a client, one method for each action. A fault is the answer that refuses; an answer may come
 * later. Runs on the session's own thread and does not block.
 */
@Log
interface Actions {
    @Handles("presence")
    Answer presence(Session session, Presence presence) throws JimFault, ChatFault;

    @Handles("authenticate")
    Answer authenticate(Session session, Authenticate login) throws JimFault;

    @Handles("msg")
    @LoginRequired
    Answer msg(Session session, Msg msg) throws JimFault, ChatFault;

    @Handles("who")
    @LoginRequired
    Answer who(Session session, Who who) throws JimFault, ChatFault;

    @Handles("join")
    @LoginRequired
    Answer join(Session session, Join join) throws JimFault, ChatFault;

    @Handles("leave")
    @LoginRequired
    Answer leave(Session session, Leave leave) throws JimFault, ChatFault;

    @Handles("ack")
    @LoginRequired
    Answer ack(Session session, Ack ack) throws JimFault;

    @Handles("history")
    @LoginRequired
    Answer history(Session session, History history) throws JimFault, ChatFault;

    @Handles("quit")
    Answer quit(Session session, Quit quit);
}
