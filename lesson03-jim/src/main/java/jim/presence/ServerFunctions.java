package jim.presence;

import java.io.IOException;
import java.io.OutputStream;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.Response;

/** What the server does for a client, one function each. */
public interface ServerFunctions {
    /**
     * Waits for one whole message of a client.
     *
     * @return the message's bytes, or null when the client has hung up
     * @throws JimFault when the client sends something that is no JSON object
     */
    Frame receiveMessage(FrameReader in) throws IOException, JimFault;

    /**
     * Forms the answer to a client's message: 200 for a presence, 400 for everything else.
     *
     * @throws JimFault when the message is not strict JSON; the connection is to be closed after the fault's answer
     */
    Response formAnswer(Frame message) throws JimFault;

    /** Sends {@code answer} to the client, whole and in one write. */
    void sendAnswer(OutputStream out, Response answer) throws IOException;
}
