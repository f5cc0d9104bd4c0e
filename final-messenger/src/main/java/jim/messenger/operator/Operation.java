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
        return path(arguments, DATA, USUAL_FOLDER);
    }

    /** Whether a person who reads {@code path} in a sentence sees what it is; {@code .} would be nothing at all. */
    private static boolean hasName(Path path) {
        return !path.toString().isEmpty() && !path.endsWith("..");
    }

    /** The file or folder that {@code option} names, or else {@code otherwise}. */
    static Path path(Arguments arguments, String option, String otherwise) throws Stop {
        String name = arguments.text(option, otherwise);
        try {
            Path path = Path.of(name).normalize();
            return hasName(path) ? path : path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw Stop.usage(arguments.named(option) + " must be the name of a file or folder, not '" + name + "'.");
        }
    }
}
