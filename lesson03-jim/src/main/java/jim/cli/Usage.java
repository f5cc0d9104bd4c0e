package jim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jim.spelling.Nearest;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
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
    private final Options options = new Options();
    private final List<String> examples = new ArrayList<>();

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
        options.addOption(new Option(shortName, longName, false, meaning));
        return this;
    }

    /** An option with a value, named {@code value} in the help; a spelling that it does not have is null. */
    public Usage option(String shortName, String longName, String value, String meaning) {
        Option option = new Option(shortName, longName, true, meaning);
        option.setArgName(value);
        options.addOption(option);
        return this;
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
            Arguments parsed = new Arguments(parser.parse(options, line));
            List<String> rest = parsed.positional();
            if (rest.size() > mostArguments) {
                throw misunderstood("'" + rest.get(mostArguments) + "' is one argument too many.");
            }
            return parsed;
        } catch (UnrecognizedOptionException e) {
            throw misunderstood("unknown option '" + e.getOption() + "'" + near(e.getOption()));
        } catch (MissingArgumentException e) {
            throw misunderstood("option " + spelled(e.getOption()) + " needs a value: "
                    + e.getOption().getArgName() + ".");
        } catch (ParseException e) {
            throw misunderstood(e.getMessage() + ".");
        }
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
        int width = options.getOptions().stream()
                .mapToInt(option -> signature(option).length())
                .max()
                .orElse(0);
        for (Option option : options.getOptions()) {
            page.append(String.format("  %-" + width + "s  %s%n", signature(option), option.getDescription()));
        }
        if (!examples.isEmpty()) {
            page.append("\nExamples:\n");
            examples.forEach(example -> page.append("  ").append(example).append('\n'));
        }
        return page.toString();
    }

    private Stop misunderstood(String what) {
        return Stop.usage(what + "\nSee: " + command + " --help");
    }

    private String near(String wrong) {
        String name = wrong.replaceFirst("^-*", "--").replaceFirst("=.*", "");
        List<String> names = options.getOptions().stream()
                .flatMap(option -> Stream.of(option.getOpt(), option.getLongOpt()))
                .filter(spelling -> spelling != null && spelling.length() > 1)
                .map(spelling -> "--" + spelling)
                .toList();
        return Nearest.hint(name, names, ".");
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
