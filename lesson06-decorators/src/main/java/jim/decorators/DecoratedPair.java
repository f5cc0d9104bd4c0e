package jim.decorators;

import jim.logging.LoggedPair;
import jim.presence.ClientFunctions;
import jim.presence.ServerFunctions;

/** The pair of lesson 5, its wrappers replaced by one decorator. The functions of lesson 3 do not know of it. */
public final class DecoratedPair {
    private DecoratedPair() {}

    /** Runs the program that the first word of the line names. */
    public static void main(String[] line) {
        new LoggedPair(
                        "dist/lesson 06",
                        (functions, log) -> LoggingProxy.ofEveryMethod(ClientFunctions.class, functions, log),
                        (functions, log) -> LoggingProxy.ofEveryMethod(ServerFunctions.class, functions, log))
                .run(line);
    }
}
