package jim.cli;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line that was understood, and what completes it. Options are known by their long names, if they have one. */
public final class Arguments {
    private static final int MAX_PORT = 65_535;

    private final Map<String, Setting> settings;
    private final List<String> positional;
    private final List<String> ignored;

    /**
     * @param ignored what looks like a setting, and is none
     */
    Arguments(Map<String, Setting> settings, List<String> positional, List<String> ignored) {
        this.settings = Map.copyOf(settings);
        this.positional = List.copyOf(positional);
        this.ignored = List.copyOf(ignored);
    }

    /** Whether the option is there, or a flag is set. */
    public boolean has(String option) {
        return settings.containsKey(option);
    }

    /** The option's value; the last one when it is there more than once. */
    public String text(String option, String otherwise) {
        return has(option) ? settings.get(option).value() : otherwise;
    }

    /** What a sentence about the option's value calls it: {@code --port}, or the place where else it stands. */
    public String named(String option) {
        return has(option) ? settings.get(option).where() : "--" + option;
    }

    /** The option's value as a TCP port, 0 for any free one. */
    public int port(String option, int otherwise) throws Stop {
        return number(option, otherwise, 0, MAX_PORT);
    }

    /** The option's value as TCP ports with commas between them, 0 for any free one. */
    public List<Integer> ports(String option, List<Integer> otherwise) throws Stop {
        if (!has(option)) {
            return otherwise;
        }
        List<Integer> ports = new ArrayList<>();
        for (String port : text(option, "").split(",", -1)) {
            ports.add(number(named(option), port, 0, MAX_PORT));
        }
        return ports;
    }

    /** Where a server is to listen: at the address that the option names, or else at all addresses. */
    public InetSocketAddress listenAt(String option, int port) {
        String address = text(option, null);
        return address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    /** The option's value as a whole number from {@code least} to {@code most}. */
    public int number(String option, int otherwise, int least, int most) throws Stop {
        return has(option) ? number(named(option), text(option, ""), least, most) : otherwise;
    }

    /** The option's value, which must be one of {@code words}; the first of them when it is not there. */
    public String oneOf(String option, List<String> words) throws Stop {
        String word = text(option, words.get(0));
        if (!words.contains(word)) {
            throw Stop.usage(named(option) + " must be " + String.join(" or ", words) + ", not '" + word + "'.");
        }
        return word;
    }

    /** What stands on the line besides options, in its order. */
    public List<String> positional() {
        return positional;
    }

    /** The argument at {@code index}, from 0. */
    public String positional(int index, String otherwise) {
        return index < positional.size() ? positional.get(index) : otherwise;
    }

    /** The argument at {@code index} as a TCP port to connect to. */
    public int positionalPort(int index, int otherwise) throws Stop {
        return index < positional.size() ? number("PORT", positional.get(index), 1, MAX_PORT) : otherwise;
    }

    /** Variables of the environment that look as if they were meant for the program, and are not. */
    List<String> ignored() {
        return ignored;
    }

    private static int number(String what, String text, int least, int most) throws Stop {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number at all: the same sentence serves.
        }
        throw Stop.usage(what + " must be a number from " + least + " to " + most + ", not '" + text + "'.");
    }
}
