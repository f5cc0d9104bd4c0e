package jim.telemetry;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import jim.cli.Arguments;
import jim.cli.Stop;
import jim.presence.Journal;

/** The server as a program. It prints who comes and who goes. */
final class ServerProgram {
    private static final List<Integer> DEFAULT_PORTS = List.of(SourceProgram.PORT, ListenerProgram.PORT);

    private ServerProgram() {}

    /** Starts a server, which runs until the program is stopped. */
    static void run(Arguments arguments, PrintStream out) throws IOException, Stop {
        List<Integer> ports = ports(arguments);
        Doors doors = Doors.open(arguments.listenAt("host", ports.get(0)), arguments.listenAt("host", ports.get(1)));
        Journal journal = Journal.printing(out);
        journal.note("sources on port " + doors.sourcePort() + ", listeners on port " + doors.listenerPort()
                + "; stop with Ctrl-C");
        new TelemetryServer(doors, TelemetryServer.BACKLOG, journal).start();
    }

    private static List<Integer> ports(Arguments arguments) throws Stop {
        List<Integer> ports = arguments.ports("port", DEFAULT_PORTS);
        if (ports.size() != 2 || (ports.get(0) > 0 && ports.get(0).equals(ports.get(1)))) {
            throw Stop.usage("a server needs two ports, one for sources and another for listeners: --port=8888,8889");
        }
        return ports;
    }
}
