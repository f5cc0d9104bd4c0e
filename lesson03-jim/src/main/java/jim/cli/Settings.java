package jim.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jim.spelling.Nearest;
import org.apache.commons.cli.Option;

/**
 * What stands in the place of options besides the command line: variables of the environment, and before them a file. A
 * variable that nobody knows may be another program's; one that is nearly ours is a mistake, and so is any unknown word in the
 * file.
 */
final class Settings {
    /** Names the file. */
    static final String CONFIG = "config";

    /** What can be asked for on the command line alone. */
    private static final Set<String> ASKED = Set.of("help", "version");

    private final OptionTable table;
    private final String prefix;
    private final Map<String, String> environment;

    Settings(OptionTable table, String prefix, Map<String, String> environment) {
        this.table = table;
        this.prefix = prefix;
        this.environment = new TreeMap<>(environment);
    }

    /** Takes no notice of {@code variables}, which another program reads. */
    void leave(Set<String> variables) {
        environment.keySet().removeAll(variables);
    }

    /**
     * All that is set, by the long names of the options.
     *
     * @param file the file that the command line names; null for none
     */
    Map<String, Setting> read(String file) throws Stop {
        Map<String, Setting> variables = variables();
        Setting other = variables.get(CONFIG);
        Map<String, Setting> all = new HashMap<>();
        if (file != null) {
            all.putAll(inFile(file, "--" + CONFIG));
        } else if (other != null) {
            all.putAll(inFile(other.value(), other.where()));
        }
        all.putAll(variables);
        return all;
    }

    private Map<String, Setting> variables() throws Stop {
        Layer layer = new Layer();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (isKnown(name)) {
                layer.put(option(name), variable.getValue(), name);
            } else if (name.startsWith(prefix)) {
                refuseNearMiss(name);
            }
        }
        return layer.settings;
    }

    private Map<String, Setting> inFile(String file, String namedBy) throws Stop {
        Layer layer = new Layer();
        for (Map.Entry<String, String> line : SettingsFile.read(file, namedBy).entrySet()) {
            layer.put(known(line.getKey(), file), line.getValue(), "'" + line.getKey() + "' in " + file);
        }
        return layer.settings;
    }

    private String known(String name, String file) throws Stop {
        List<String> known = names();
        known.remove(CONFIG);
        if (!known.contains(name)) {
            String meant = table.longName(name);
            String hint = meant == null ? Nearest.hint(name, known, ".") : ", did you mean '" + meant + "'?";
            throw Stop.usage("unknown option '" + name + "' in " + file + hint
                    + "\nIn the file stand the long names of options, without dashes, one a line: port=7777");
        }
        return name;
    }

    private void refuseNearMiss(String variable) throws Stop {
        String name = variable.substring(prefix.length());
        String near = Nearest.to(name, names().stream().map(Settings::spelled).toList())
                .orElse(null);
        if (near != null) {
            throw Stop.usage("unknown variable " + variable + ", did you mean '" + prefix + near
                    + "'?\nRename it, or take it out of the environment: unset " + variable);
        }
    }

    /** The variables that look like ours and are like none of them. */
    List<String> strangers() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !isKnown(name))
                .toList();
    }

    private boolean isKnown(String variable) {
        return variable.startsWith(prefix) && names().stream().anyMatch(name -> variable.equals(variable(name)));
    }

    private String option(String variable) {
        return variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String variable(String option) {
        return prefix + spelled(option);
    }

    private static String spelled(String option) {
        return option.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(table.names());
        names.removeAll(ASKED);
        return names;
    }

    /** How to use them, for the help; {@code option} serves as an example. */
    String help(Option option) {
        String name = option.getLongOpt();
        return "Each option may also stand in the environment, as " + variable(name) + ", or in the file that --"
                + CONFIG
                + " or " + variable(CONFIG)
                + "\nnames, as " + name + "=" + option.getArgName()
                + "; a flag is true or false there. The command line"
                + " counts before the\nenvironment, and the environment before the file.\n";
    }

    /** The settings of one place, where each option stands once. */
    private final class Layer {
        private final Map<String, Setting> settings = new HashMap<>();

        void put(String option, String written, String where) throws Stop {
            String value = written.strip();
            Setting setting = new Setting(value, where);
            setting.checkNotEmpty();
            if (table.isFlag(option) && !value.equals("true") && !value.equals("false")) {
                throw Stop.usage(where + " must be true or false, not '" + value + "'.");
            }
            Setting twice = settings.put(table.key(option), setting);
            if (twice != null) {
                throw Stop.usage(twice.where() + " and " + where + " are the same option: take one of them away.");
            }
        }
    }
}
