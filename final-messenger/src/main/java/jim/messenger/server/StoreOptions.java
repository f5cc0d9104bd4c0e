package jim.messenger.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.logging.LogFile;
import jim.messenger.operator.Operation;
import jim.messenger.store.MemoryStore;
import jim.messenger.store.MessageStore;
import jim.messenger.store.Pulse;
import jim.messenger.store.SqliteStore;
import jim.messenger.store.StoreFault;
import org.apache.logging.log4j.Logger;

/** What the command line says of the store (protocol, section 8). */
final class StoreOptions {
    static final String STORE = "store";
    static final String GUESTS = "guests";
    /** As long as messages are kept (protocol, section 4). */
    static final int GUEST_DAYS = 30;

    private static final int MOST_DAYS = 10_000;

    private static final String SQLITE = "sqlite";
    private static final String MEMORY = "memory";

    private StoreOptions() {}

    /** The store that {@code arguments} ask for; what goes wrong with it later is written to {@code logs}. */
    static MessageStore open(Arguments arguments, LogFile logs, Pulse pulse) throws Stop {
        if (isInMemory(arguments)) {
            return new MemoryStore(InstantSource.system());
        }
        Logger log = logs.logger("store");
        try {
            return SqliteStore.open(
                    Operation.folder(arguments),
                    InstantSource.system(),
                    Duration.ofDays(arguments.number(GUESTS, GUEST_DAYS, 1, MOST_DAYS)),
                    why -> log.error("nothing can be kept", why),
                    pulse);
        } catch (StoreFault fault) {
            throw new Stop(ExitCode.NO_STORE, fault.getMessage());
        }
    }

    /** Whether nothing is kept longer than the server runs. */
    static boolean isInMemory(Arguments arguments) throws Stop {
        return arguments.oneOf(STORE, List.of(SQLITE, MEMORY)).equals(MEMORY);
    }

    /** For a person: what becomes of messages. */
    static String told(Arguments arguments) throws Stop {
        return isInMemory(arguments)
                ? "in memory, and lost when the server stops"
                : "in the folder " + Operation.folder(arguments);
    }
}
