package jim.logging;

import java.nio.file.Path;
import java.util.function.BiFunction;
import jim.presence.ClientFunctions;
import jim.presence.PresenceClient;
import jim.presence.PresencePair;
import jim.presence.PresencePair.Parts;
import jim.presence.PresenceServer;
import jim.presence.ServerFunctions;
import jim.protocol.JimCodec;
import org.apache.logging.log4j.Logger;

/** The pair of lesson 3 with a log in place of printing. How a call of a function gets into the log is left open. */
public final class LoggedPair {
    private static final Path WORKING_DIRECTORY = Path.of("");

    private final String command;
    private final BiFunction<ClientFunctions, Logger, ClientFunctions> client;
    private final BiFunction<ServerFunctions, Logger, ServerFunctions> server;

    /**
     * @param command how the pair is started, such as {@code dist/lesson 05}
     * @param client makes the client's functions log their calls
     * @param server makes the server's functions log their calls
     */
    public LoggedPair(
            String command,
            BiFunction<ClientFunctions, Logger, ClientFunctions> client,
            BiFunction<ServerFunctions, Logger, ServerFunctions> server) {
        this.command = command;
        this.client = client;
        this.server = server;
    }

    /** Lesson 5 itself: wrappers written by hand. */
    public static void main(String[] line) {
        new LoggedPair("dist/lesson 05", LoggedClientFunctions::new, LoggedServerFunctions::new).run(line);
    }

    /** Runs the program that the first word of the line names. */
    public void run(String[] line) {
        JimCodec codec = new JimCodec();
        new PresencePair(
                        command,
                        () -> parts(new PresenceClient(codec), client, () -> ClientLogConfig.open(WORKING_DIRECTORY)),
                        () -> parts(new PresenceServer(codec), server, () -> ServerLogConfig.open(WORKING_DIRECTORY)))
                .run(line);
    }

    private static <F> Parts<F> parts(F functions, BiFunction<F, Logger, F> logged, LogFile.Opener opener) {
        Logger log = LogFile.orNone(opener, System.err).logger();
        return new Parts<>(logged.apply(functions, log), new LogJournal(log));
    }
}
