package jim.peers;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jim.cli.Stop;
import jim.protocol.Frame;
import jim.spelling.Nearest;
import jim.testkit.Pieces;

/** What a wrong peer does on a connection. */
interface Behaviour {
    /** What it does, for the help. */
    String meaning();

    /** Does it once. */
    void play(Socket socket) throws IOException;

    /** Sends {@code frame} so slowly that each of its bytes arrives alone. */
    static void drip(Socket socket, Frame frame) throws IOException {
        for (byte[] piece : Pieces.oneByOne(frame.toByteArray())) {
            socket.getOutputStream().write(piece);
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** The constant of {@code kinds} that a person writes as {@code word}. */
    static <B extends Enum<B> & Behaviour> B named(String word, Class<B> kinds) throws Stop {
        List<String> names = names(kinds).toList();
        int index = names.indexOf(word);
        if (index >= 0) {
            return kinds.getEnumConstants()[index];
        }
        String hint = Nearest.hint(word, names, ".");
        throw Stop.usage("there is no kind '" + word + "'" + hint + " The kinds are: " + String.join(", ", names));
    }

    /** One clause for each kind: {@code drip: sends ...; glue: sends ...}. */
    static <B extends Enum<B> & Behaviour> String meanings(Class<B> kinds) {
        return Arrays.stream(kinds.getEnumConstants())
                .map(kind -> "\n  " + word(kind) + ": " + kind.meaning())
                .collect(Collectors.joining());
    }

    private static <B extends Enum<B>> Stream<String> names(Class<B> kinds) {
        return Arrays.stream(kinds.getEnumConstants()).map(Behaviour::word);
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
