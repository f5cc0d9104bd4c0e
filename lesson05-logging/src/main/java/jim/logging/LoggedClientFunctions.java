package jim.logging;

import java.io.IOException;
import java.io.OutputStream;
import jim.presence.ClientFunctions;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;
import org.apache.logging.log4j.Logger;

/**
 * The client's functions, each logged after it returned. A call that throws is logged by whoever catches. Written by
 * hand, and no function may be forgotten: lesson 6 does better.
 */
public final class LoggedClientFunctions implements ClientFunctions {
    private final ClientFunctions functions;
    private final Logger log;

    public LoggedClientFunctions(ClientFunctions functions, Logger log) {
        this.functions = functions;
        this.log = log;
    }

    @Override
    public Presence formPresence(String account) throws JimFault {
        Presence presence = functions.formPresence(account);
        log.info("formPresence({}) -> {}", account, presence);
        return presence;
    }

    @Override
    public void sendMessage(OutputStream out, JimMessage message) throws IOException {
        functions.sendMessage(out, message);
        log.info("sendMessage({})", message);
    }

    @Override
    public Frame receiveAnswer(FrameReader in) throws IOException, JimFault {
        Frame answer = functions.receiveAnswer(in);
        log.info("receiveAnswer() -> {}", answer);
        return answer;
    }

    @Override
    public Response parseAnswer(Frame frame) throws JimFault {
        Response answer = functions.parseAnswer(frame);
        log.info("parseAnswer({}) -> {}", frame, answer);
        return answer;
    }
}
