package jim.engine.router;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.function.Function;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.engine.ThreadedEngine;
import jim.protocol.Frame;
import jim.protocol.JsonFraming;

/** The router as a program, on an engine that a lesson chooses. */
public final class RouterProgram {
    private static final int DEFAULT_PORT = 7777;
    private static final int OUTBOX_BYTES = 256 * 1_024;
    private static final Frame TOO_SLOW =
            Frame.of("{\"response\":503,\"error\":\"you read too slowly, and too much waited for you\"}\n");

    private final String command;
    private final Function<EngineOptions, Engine> engines;

    /**
     * @param command how it is started, such as {@code dist/lesson 09}
     * @param engines makes its engine
     */
    public RouterProgram(String command, Function<EngineOptions, Engine> engines) {
        this.command = command;
        this.engines = engines;
    }

    /** Lesson 9 itself: threads. */
    public static void main(String[] line) {
        new RouterProgram("dist/lesson 09", ThreadedEngine::new).run(line);
    }

    /** Runs the program. */
    public void run(String[] line) {
        Program.main((out, err) -> run(line, out, err));
    }

    ExitCode run(String[] line, PrintStream out, PrintStream err) {
        return Program.run(usage(), line, arguments -> serve(arguments, out, err), out, err);
    }

    private Usage usage() {
        return new Usage(command, "", "Forwards JIM messages between those who have said presence.")
                .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
                .option("a", "addr", "ADDR", "address to listen on (default: all addresses)")
                .example(command + " -p 7778 -a 127.0.0.1");
    }

    private void serve(Arguments arguments, PrintStream out, PrintStream err) throws Stop {
        InetSocketAddress at = arguments.listenAt("addr", arguments.port("port", DEFAULT_PORT));
        Engine engine = engines.apply(new EngineOptions(
                JsonFraming::new, OUTBOX_BYTES, () -> TOO_SLOW, why -> err.println("failed: " + why)));
        try {
            InetSocketAddress address = engine.start(at, new Router());
            Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "shutdown"));
            out.println("listening on port " + address.getPort() + "; stop with Ctrl-C");
        } catch (IOException e) {
            throw Stop.cannotListen(at, e, command);
        }
    }
}
