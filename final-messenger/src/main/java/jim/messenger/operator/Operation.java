package jim.messenger.operator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jim.chat.ChatFault;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.messenger.store.OperatedStore;
import jim.messenger.store.StoreFault;

/** Something that is done with a store. */
public interface Operation {
    /** The option that names the folder of the store. */
    String DATA = "data";

    /** The folder when nothing is said. */
    String USUAL_FOLDER = "./jim-data";

    void run(OperatedStore store) throws Stop, StoreFault, ChatFault;

    /** Opens a store. */
    interface Opening {
        OperatedStore open(Path folder) throws StoreFault;
    }

    /** Does it with the store that {@code arguments} name. */
    static void run(Arguments arguments, Opening opening, Operation operation) throws Stop {
        try (OperatedStore store = opening.open(folder(arguments))) {
            operation.run(store);
        } catch (StoreFault fault) {
            throw new Stop(ExitCode.NO_STORE, fault.getMessage());
        } catch (ChatFault fault) {
            throw new Stop(ExitCode.REFUSED, fault.getMessage() + ".");
        }
    }

    /** Where the store is on the disk. */
    static Path folder(Arguments arguments) throws Stop {
        return path(DATA, arguments.text(DATA, USUAL_FOLDER));
    }

    /** What {@code option} names. */
    static Path path(String option, String name) throws Stop {
        try {
            return Path.of(name).normalize();
        } catch (InvalidPathException e) {
            throw Stop.usage("--" + option + " must be the name of a file or folder, not '" + name + "'.");
        }
    }
}
