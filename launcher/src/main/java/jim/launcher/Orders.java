package jim.launcher;

import java.util.Optional;
import jim.cli.Stop;
import jim.spelling.Nearest;

/** Understands control lines, as typed and as they stand in a script. */
final class Orders {
    private final Roster roster;

    Orders(Roster roster) {
        this.roster = roster;
    }

    /**
     * What {@code line} orders; empty for a blank line and a comment.
     *
     * @throws Stop with a sentence and, for a slip of the keyboard, the word that was meant
     */
    Optional<Order> read(String line) throws Stop {
        String order = line.strip();
        if (order.isEmpty() || order.startsWith("#")) {
            return Optional.empty();
        }
        return Optional.of(Addressed.looksLike(order) ? typed(Addressed.in(order)) : worded(order));
    }

    private Order typed(Addressed line) throws Stop {
        String name = roster.client(line.name());
        return control -> control.send(name, line.text());
    }

    private Order worded(String order) throws Stop {
        String[] parts = order.split("\\s+", 2);
        String first = parts[0];
        Word word = Word.of(first).orElseThrow(() -> Stop.usage("'" + first + "' is no order" + hint(order, first)));
        return word.order(roster, parts.length == 1 ? "" : parts[1]);
    }

    private String hint(String order, String first) {
        if (first.startsWith("@")) {
            return ". Say who is to type it: " + roster.clients().get(0) + ": " + order;
        }
        return Nearest.hint(first, Word.all(), ". To see what can be typed: help");
    }
}
