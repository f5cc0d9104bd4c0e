package jim.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jim.spelling.Nearest;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** How a program is called: its options, its arguments, and the page that {@code --help} prints. */
public final class Usage {
    /** What stands for a letter that could not be decoded. */
    private static final char LOST = '\uFFFD';

    private final String command;
    private final String arguments;
    private final int mostArguments;
    private final String purpose;
    private final OptionTable table = new OptionTable();
    private final List<String> examples = new ArrayList<>();
    /** Null when there is the command line alone. */
    private Settings settings;

    /**
     * A program whose only options are {@code --help} and {@code --version}.
     *
     * @param command how it is started, such as {@code java -jar server.jar}
     * @param arguments the names of its arguments, such as {@code ADDR [PORT]}
     * @param purpose what it does, in one sentence
     */
    public Usage(String command, String arguments, String purpose) {
        this.command = command;
        this.arguments = arguments;
        this.mostArguments = arguments.isBlank() ? 0 : arguments.split(" ").length;
        this.purpose = purpose;
        flag("h", "help", "print this page and exit");
        flag(null, "version", "print the version and exit");
    }

    /** An option without a value; a spelling that it does not have is null. */
    public Usage flag(String shortName, String longName, String meaning) {
        table.add(shortName, longName, null, meaning);
        return this;
    }

    /** An option with a value, named {@code value} in the help; a spelling that it does not have is null. */
    public Usage option(String shortName, String longName, String value, String meaning) {
        table.add(shortName, longName, value, meaning);
        return this;
    }

    /** Another spelling of the option {@code longName}. */
    public Usage alias(String name, String longName) {
        table.alias(name, longName);
        return this;
    }

    /**
     * Variables that begin like the settings and belong to what starts the program: nothing is said of them. After
     * {@link #settings}.
     */
    public Usage notOurs(String... variables) {
        settings.leave(Set.of(variables));
        return this;
    }

    /**
     * From now on what is not on the command line may stand in {@code environment}, {@code --tls-cert} as {@code
     * PREFIX_TLS_CERT}, or else in a file of properties that {@code --config} or {@code PREFIX_CONFIG} names.
     *
     * @param prefix with which each variable begins, such as {@code JIM_}
     */
    public Usage settings(String prefix, Map<String, String> environment) {
        config();
        settings = new Settings(table, prefix, environment);
        return this;
    }

    /** The same settings as those of {@code other}, as far as this program has such options. */
    public Usage settingsOf(Usage other) {
        config();
        settings = other.settings;
        return this;
    }

    private void config() {
        option(null, Settings.CONFIG, "FILE", "a file with options, one a line");
    }

    /** A line at the end of the help that can be copied and run. */
    public Usage example(String line) {
        examples.add(line);
        return this;
    }

    /**
     * Reads a command line.
     *
     * @throws Stop with a sentence that names what was not understood, and the nearest option for a mistyped one
     */
    public Arguments parse(String... line) throws Stop {
        checkLetters(line);
        try {
            DefaultParser parser =
                    DefaultParser.builder().setAllowPartialMatching(false).get();
            CommandLine parsed = parser.parse(table.options(), line);
            List<String> rest = parsed.getArgList();
            if (rest.size() > mostArguments) {
                throw misunderstood("'" + rest.get(mostArguments) + "' is one argument too many.");
            }
            return completed(given(parsed), rest);
        } catch (UnrecognizedOptionException e) {
            throw misunderstood("unknown option '" + e.getOption() + "'" + near(e.getOption()));
        } catch (MissingArgumentException e) {
            throw misunderstood("option " + spelled(e.getOption()) + " needs a value: "
                    + e.getOption().getArgName() + ".");
        } catch (ParseException e) {
            throw misunderstood(e.getMessage() + ".");
        }
    }

    /** What stands on the line; of an option that is there twice, the last. */
    private Map<String, Setting> given(CommandLine line) {
        Map<String, Setting> given = new HashMap<>();
        for (Option option : line.getOptions()) {
            String name = OptionTable.key(option);
            given.put(table.key(name), new Setting(option.hasArg() ? option.getValue() : "true", named(option)));
        }
        return given;
    }

    /** Who asks for help gets it, whatever else is wrong. */
    private Arguments completed(Map<String, Setting> given, List<String> rest) throws Stop {
        if (given.containsKey("help") || given.containsKey("version")) {
            return new Arguments(given, rest, List.of());
        }
        for (Setting each : given.values()) {
            each.checkNotEmpty();
        }
        if (settings == null) {
            return new Arguments(given, rest, List.of());
        }
        Setting file = given.get(Settings.CONFIG);
        Map<String, Setting> all = settings.read(file == null ? null : file.value());
        all.putAll(given);
        all.entrySet().removeIf(each -> !table.has(each.getKey()) || isOff(each.getKey(), each.getValue()));
        return new Arguments(all, rest, settings.strangers());
    }

    private boolean isOff(String option, Setting setting) {
        return table.isFlag(option) && setting.isOff();
    }

    /** Letters that the locale does not have are lost before the program begins. */
    private void checkLetters(String... line) throws Stop {
        for (String word : line) {
            if (word.indexOf(LOST) >= 0) {
                throw Stop.usage("'" + word + "' has letters that were lost on the way here, because of the locale.\n"
                        + "Put LC_ALL=C.UTF-8 before the command: LC_ALL=C.UTF-8 " + command);
            }
        }
    }

    /** The page that {@code --help} prints. */
    public String help() {
        StringBuilder page = new StringBuilder(purpose).append("\n\nUsage: ").append(command);
        page.append(arguments.isBlank() ? "" : " " + arguments).append(" [OPTION]...\n\nOptions:\n");
        int width = table.all().stream()
                .mapToInt(option -> signature(option).length())
                .max()
                .orElse(0);
        for (Option option : table.all()) {
            page.append(String.format("  %-" + width + "s  %s%n", signature(option), option.getDescription()));
        }
        if (settings != null) {
            page.append('\n').append(settings.help(example()));
        }
        if (!examples.isEmpty()) {
            page.append("\nExamples:\n");
            examples.forEach(example -> page.append("  ").append(example).append('\n'));
        }
        return page.toString();
    }

    /** The first option with a value. */
    private Option example() {
        return table.all().stream().filter(Option::hasArg).findFirst().orElseThrow();
    }

    private Stop misunderstood(String what) {
        return Stop.usage(what + "\nSee: " + command + " --help");
    }

    private String near(String wrong) {
        String name = wrong.replaceFirst("^-*", "--").replaceFirst("=.*", "");
        List<String> names =
                table.names().stream().map(spelling -> "--" + spelling).toList();
        return Nearest.hint(name, names, ".");
    }

    private static String named(Option option) {
        return option.getLongOpt() == null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    }

    private static String spelled(Option option) {
        return option.getOpt() != null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    }

    private static String signature(Option option) {
        String value = option.hasArg() ? " " + option.getArgName() : "";
        if (option.getOpt() == null) {
            return "    --" + option.getLongOpt() + value;
        }
        return "-" + option.getOpt() + (option.getLongOpt() == null ? "" : ", --" + option.getLongOpt()) + value;
    }
}
