package jim.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that a program has, and the names that mean one of them. */
final class OptionTable {
    private final Options options = new Options();
    private final Map<String, String> aliases = new HashMap<>();

    /** Another option; without a name for its value, it is a flag. */
    void add(String shortName, String longName, String value, String meaning) {
        Option option = new Option(shortName, longName, value != null, meaning);
        option.setArgName(value);
        options.addOption(option);
    }

    /** Another name for the option {@code longName}. */
    void alias(String name, String longName) {
        aliases.put(name, longName);
        add(null, name, options.getOption(longName).getArgName(), "the same as --" + longName);
    }

    Options options() {
        return options;
    }

    List<Option> all() {
        return List.copyOf(options.getOptions());
    }

    boolean has(String name) {
        return options.hasOption(name);
    }

    boolean isFlag(String name) {
        return !options.getOption(name).hasArg();
    }

    /** By which of its names the option {@code name} is known to a program: the long one, if there is one. */
    String key(String name) {
        return aliases.getOrDefault(name, name);
    }

    /** The long name of the option that has the short one {@code letter}; null when there is none. */
    String longName(String letter) {
        return letter.length() == 1 && has(letter) ? options.getOption(letter).getLongOpt() : null;
    }

    static String key(Option option) {
        return option.getLongOpt() == null ? option.getOpt() : option.getLongOpt();
    }

    /** All names of more than one letter. */
    List<String> names() {
        return options.getOptions().stream()
                .flatMap(option -> Stream.of(option.getOpt(), option.getLongOpt()))
                .filter(name -> name != null && name.length() > 1)
                .toList();
    }
}
