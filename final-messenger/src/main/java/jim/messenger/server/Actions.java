package jim.messenger.server;

import jim.chat.ChatFault;
import jim.decorators.Log;
import jim.decorators.LoginRequired;
import jim.handlers.Handles;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;
import jim.protocol.Response;

/**
 * What the server does for a client, one method for each action. A fault is the answer that refuses. Runs on the
 * session's own thread and does not block.
 */
@Log
interface Actions {
    @Handles("presence")
    Response presence(Session session, Presence presence) throws JimFault, ChatFault;

    @Handles("msg")
    @LoginRequired
    Response msg(Session session, Msg msg) throws JimFault, ChatFault;

    @Handles("who")
    @LoginRequired
    Response who(Session session, Who who) throws JimFault, ChatFault;

    @Handles("join")
    @LoginRequired
    Response join(Session session, Join join) throws JimFault, ChatFault;

    @Handles("leave")
    @LoginRequired
    Response leave(Session session, Leave leave) throws JimFault, ChatFault;

    @Handles("quit")
    Response quit(Session session, Quit quit);
}
