package jim.logging;

import java.io.IOException;
import java.io.OutputStream;
import jim.presence.ServerFunctions;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.Response;
import org.apache.logging.log4j.Logger;

/** The server's functions, each logged after it returned; as {@link LoggedClientFunctions} for the client. */
public final class LoggedServerFunctions implements ServerFunctions {
    private final ServerFunctions functions;
    private final Logger log;

    public LoggedServerFunctions(ServerFunctions functions, Logger log) {
        this.functions = functions;
        this.log = log;
    }

    @Override
    public Frame receiveMessage(FrameReader in) throws IOException, JimFault {
        Frame message = functions.receiveMessage(in);
        log.info("receiveMessage() -> {}", message);
        return message;
    }

    @Override
    public Response formAnswer(Frame message) throws JimFault {
        Response answer = functions.formAnswer(message);
        log.info("formAnswer({}) -> {}", message, answer);
        return answer;
    }

    @Override
    public void sendAnswer(OutputStream out, Response answer) throws IOException {
        functions.sendAnswer(out, answer);
        log.info("sendAnswer({})", answer);
    }
}
