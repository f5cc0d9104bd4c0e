package jim.messenger.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jim.spelling.Nearest;

/** What the person can type. For the person's own thread. */
final class Commands {
    static final String HELP = """
            Commands:
              1, message           write to somebody: asks for the name, then for the text
              2, help              show this again
              3, exit              leave
              @NAME TEXT           write to NAME at once
              #ROOM TEXT           write to everyone in #ROOM
              join #ROOM           become a member of #ROOM, which is made if it is not there
              leave #ROOM          be a member no longer
              who, who #ROOM       show who is online""";

    private interface Command {
        /** Does it with the rest of the line; false when the person is leaving. */
        boolean run(String rest);
    }

    private final MessengerClient client;
    private final Console console;
    private final Map<String, Command> table = new LinkedHashMap<>();

    Commands(MessengerClient client, Console console) {
        this.client = client;
        this.console = console;
        add(List.of("1", "message"), rest -> message());
        add(List.of("2", "help"), rest -> stay(() -> HELP.lines().forEach(console::show)));
        add(List.of("3", "exit", "quit"), rest -> false);
        add(List.of("who"), rest -> stay(() -> client.who(rest.isEmpty() ? null : rest)));
        add(List.of("join"), rest -> withRoom("join", rest, () -> client.join(rest)));
        add(List.of("leave"), rest -> withRoom("leave", rest, () -> client.leave(rest)));
    }

    private void add(List<String> words, Command command) {
        words.forEach(word -> table.put(word, command));
    }

    /** Does what the person typed; false when the person is leaving. */
    boolean run(String line) {
        String typed = line.strip();
        if (typed.isEmpty()) {
            return true;
        }
        if (typed.startsWith("@") || typed.startsWith("#")) {
            return write(typed);
        }
        String[] words = typed.split("\\s+", 2);
        Command command = table.get(words[0]);
        return command == null ? unknown(words[0]) : command.run(words.length == 1 ? "" : words[1]);
    }

    private boolean message() {
        String to = console.read("To whom?");
        if (to == null) {
            return false;
        }
        String text = console.read("What do you want to say?");
        if (text == null) {
            return false;
        }
        if (to.isBlank() || text.isBlank()) {
            return stay(() -> console.show("Nothing was sent: there was no " + (to.isBlank() ? "name." : "text.")));
        }
        return stay(() -> client.write(bare(to.strip()), text));
    }

    private boolean write(String typed) {
        String[] parts = typed.split("\\s+", 2);
        return parts.length < 2
                ? stay(() -> console.show("There is no text: write " + parts[0] + " and what you want to say."))
                : stay(() -> client.write(bare(parts[0]), parts[1]));
    }

    private boolean withRoom(String word, String room, Runnable action) {
        return stay(room.startsWith("#") ? action : () -> console.show("Which room? For example: " + word + " #team"));
    }

    private boolean unknown(String word) {
        String near = Nearest.hint(word, table.keySet(), ".");
        return stay(() -> console.show(
                "There is no command '" + word + "'" + near + " To write to somebody: @NAME TEXT. For help: 2"));
    }

    private static boolean stay(Runnable action) {
        action.run();
        return true;
    }

    /** The name alone: people write {@code @ann,} and {@code @ann:} too. */
    private static String bare(String to) {
        return to.replaceFirst("^@", "").replaceFirst("[,:]$", "");
    }
}
