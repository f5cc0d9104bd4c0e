package jim.presence;

import java.io.IOException;
import java.io.OutputStream;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;

/** What the client does, one function each. */
public interface ClientFunctions {
    /**
     * Forms the presence message.
     *
     * @param account the name to be known by
     * @throws JimFault when {@code account} is not a name that a server accepts
     */
    Presence formPresence(String account) throws JimFault;

    /** Sends {@code message} to the server, whole and in one write. */
    void sendMessage(OutputStream out, JimMessage message) throws IOException;

    /**
     * Waits for one whole answer of the server.
     *
     * @throws java.io.EOFException when the server hangs up instead
     * @throws JimFault when the server sends something that is no JSON object
     */
    Frame receiveAnswer(FrameReader in) throws IOException, JimFault;

    /**
     * Parses the server's answer.
     *
     * @throws JimFault when it is no answer: no strict JSON, or no code in {@code response}
     */
    Response parseAnswer(Frame frame) throws JimFault;
}
