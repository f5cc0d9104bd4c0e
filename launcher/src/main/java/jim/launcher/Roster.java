package jim.launcher;

import java.util.List;
import java.util.stream.Stream;
import jim.cli.Stop;
import jim.protocol.Names;
import jim.spelling.Nearest;

/** The names that a line may mean: the server's and the clients'. */
record Roster(List<String> clients) {
    /** How the server is called; no client can be. */
    static final String SERVER = "server";

    /** The server, then the clients. */
    List<String> all() {
        return Stream.concat(Stream.of(SERVER), clients.stream()).toList();
    }

    /** The server or client that {@code word} names, regardless of case. */
    String child(String word) throws Stop {
        return all().stream()
                .filter(name -> Names.key(name).equals(Names.key(word)))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    /** The client that {@code word} names, regardless of case. */
    String client(String word) throws Stop {
        String name = child(word);
        if (name.equals(SERVER)) {
            throw Stop.usage("the server reads no lines; it can be restarted or killed.");
        }
        return name;
    }

    private Stop unknown(String word) {
        String near = Nearest.hint(word, all(), ". There are: " + String.join(", ", all()) + ".");
        return Stop.usage("nobody here is called '" + word + "'" + near);
    }
}
