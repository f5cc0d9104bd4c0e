package jim.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Why a program ends before its work is done: one or two lines for the person (what, why, what to do next) and the exit
 * code. Expected, so it fills in no stack trace.
 */
public final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public Stop(ExitCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** The command line was not understood. */
    public static Stop usage(String sentence) {
        return new Stop(ExitCode.USAGE, sentence);
    }

    /** The server cannot listen at {@code address}; {@code command} is how it is started, without {@code -p PORT}. */
    public static Stop cannotListen(InetSocketAddress address, IOException why, String command) {
        return cannotListen(address, why, port -> command + " -p " + port);
    }

    /** The server cannot listen at {@code address}; {@code command} says how it is started on another port. */
    public static Stop cannotListen(InetSocketAddress address, IOException why, IntFunction<String> command) {
        return cannotListen(address, why, command, PortHolder.here());
    }

    static Stop cannotListen(
            InetSocketAddress address, IOException why, IntFunction<String> command, PortHolder holder) {
        int port = address.getPort();
        String reason = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        String sentence;
        if (reason.contains("in use")) {
            sentence = "port " + port + " is taken: " + holder.told(port) + ".\n"
                    + "Stop that program, or choose another port: "
                    + command.apply(port < 65_535 ? port + 1 : 7777);
        } else if (reason.contains("permission")) {
            sentence = "no permission to listen on port " + port + ": ports below 1024 belong to the administrator.\n"
                    + "Choose a higher port: " + command.apply(7777);
        } else {
            sentence = "cannot listen at " + at(address) + ": is it an address of this computer? (" + why.getMessage()
                    + ")\nTo listen on all addresses: " + command.apply(port);
        }
        return new Stop(ExitCode.CANNOT_LISTEN, sentence);
    }

    /** No server answers at {@code address}; {@code hint} is the next command. */
    public static Stop noServer(InetSocketAddress address, IOException why, String hint) {
        String sentence = why instanceof UnknownHostException
                ? "there is no computer named '" + address.getHostString() + "': check the address."
                : "no server answers at " + at(address) + " (" + why.getMessage() + ").\n" + hint;
        return new Stop(ExitCode.NO_SERVER, sentence);
    }

    /** How the program ends. */
    public ExitCode code() {
        return code;
    }

    private static String at(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
