package jim.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jim.cli.Stop;

/**
 * A word that a control line may begin with.
 *
 * @param word as it is typed
 * @param argument what follows it; "" when it stands alone
 * @param meaning what it does, for the help
 * @param reader makes an order of what follows
 */
record Word(String word, String argument, String meaning, Reader reader) {
    /** Makes an order of what follows a word. */
    interface Reader {
        Order read(Roster roster, String rest) throws Stop;
    }

    private static final String EXPECT = "expect";

    private static final List<Word> TABLE = List.of(
            new Word("status", "", "what runs and what has ended", (roster, rest) -> Control::status),
            new Word("restart", "NAME|server", "end it in good order and start it again", (roster, rest) -> {
                String name = roster.child(rest);
                return control -> control.restart(name);
            }),
            new Word("kill", "NAME|server", "end it at once, as a crash would", (roster, rest) -> {
                String name = roster.child(rest);
                return control -> control.kill(name);
            }),
            new Word("start", "NAME|server", "start it again when it has ended", (roster, rest) -> {
                String name = roster.child(rest);
                return control -> control.start(name);
            }),
            new Word(EXPECT, "NAME: TEXT", "wait for a line of it that contains the text", (roster, rest) -> {
                Addressed line = Addressed.in(rest);
                String name = roster.child(line.name());
                return control -> control.expect(name, line.text());
            }),
            new Word("help", "", "print this", (roster, rest) -> Control::help),
            new Word("quit", "", "end all of them", (roster, rest) -> Control::quit));

    /** The word that {@code typed} is, regardless of case. */
    static Optional<Word> of(String typed) {
        return TABLE.stream().filter(word -> word.word.equalsIgnoreCase(typed)).findFirst();
    }

    /** Whether {@code line} waits for something and does nothing else. */
    static boolean isExpectation(String line) {
        return of(line.split("\\s", 2)[0])
                .filter(word -> word.word.equals(EXPECT))
                .isPresent();
    }

    /** All words as they are typed. */
    static List<String> all() {
        return TABLE.stream().map(Word::word).toList();
    }

    /** What may be typed, a line each. */
    static String help() {
        return line("NAME: LINE", "type the line for this client, as in  alice: @bob hi\n")
                + TABLE.stream().map(word -> line(word.form(), word.meaning)).collect(Collectors.joining("\n"));
    }

    /** The order that this word gives with {@code rest} after it. */
    Order order(Roster roster, String rest) throws Stop {
        if (rest.isEmpty() != argument.isEmpty()) {
            throw Stop.usage(argument.isEmpty() ? "'" + word + "' stands alone." : "it is: " + form());
        }
        return reader.read(roster, rest);
    }

    private String form() {
        return (word + " " + argument).strip();
    }

    private static String line(String form, String meaning) {
        return String.format("%-21s  %s", form, meaning);
    }
}
