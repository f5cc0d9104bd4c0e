package jim.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What something cost in processor time, in seconds.
 *
 * @param server of the server
 * @param ours of this process, which makes the load
 * @param others of everything else on this computer (Linux)
 */
record Cost(double server, double ours, double others) {
    /** The unit of time in /proc/stat. */
    private static final double TICK = 0.01;

    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;
    private static final int LAST = 8;

    /** Measures from its making on. */
    static final class Meter {
        /** Null for none. */
        private final ServerProcess server;

        private final Cost before;

        private Meter(ServerProcess server) throws IOException {
            this.server = server;
            this.before = now(server);
        }

        Cost cost() throws IOException {
            Cost now = now(server);
            return new Cost(now.server - before.server, now.ours - before.ours, now.others - before.others);
        }
    }

    /** For work that this process does itself. */
    static Meter meter() throws IOException {
        return new Meter(null);
    }

    static Meter meter(ServerProcess server) throws IOException {
        return new Meter(server);
    }

    private static Cost now(ServerProcess server) throws IOException {
        double theirs = server == null ? 0 : server.cpu().toMillis() / 1e3;
        double ours =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        return new Cost(theirs, ours, busy() - theirs - ours);
    }

    /** What all processors have worked since the start of the computer. */
    private static double busy() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+", -1);
        double ticks = 0;
        for (int i = 1; i <= LAST; i++) {
            ticks += i == IDLE || i == WAITING_FOR_DISK ? 0 : Long.parseLong(fields[i]);
        }
        return ticks * TICK;
    }
}
