package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded session, to be played again. {@code ann > TEXT} is a line that Ann says, {@code ann < TEXT} the line that she
 * hears next, {@code ann |} the end of her connection, {@code ann x} that she hangs up. Whoever is named first has just
 * connected. What is not written here, nobody hears.
 */
final class Transcript {
    /** Lets somebody in through the door that is tried. */
    interface Door {
        Talker open() throws Exception;
    }

    private static final Pattern TIME = Pattern.compile("^\\[\\d\\d:\\d\\d:\\d\\d]");
    private static final Pattern STEP = Pattern.compile("(\\w+) ([<>|x])(?: (.*))?");

    private final Door door;
    private final Map<String, Talker> talkers = new LinkedHashMap<>();

    private Transcript(Door door) {
        this.door = door;
    }

    /** {@code line} without the time at which something was said. */
    static String masked(String line) {
        return TIME.matcher(line).replaceFirst("[HH:MM:SS]");
    }

    /** Plays the session of {@code file}, which must end with nobody connected. */
    static void play(String file, Door door) throws Exception {
        Transcript transcript = new Transcript(door);
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                transcript.playAt(file + ":" + number, line);
            }
        }
        assertThat(transcript.talkers).as("who is still connected").isEmpty();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Transcript.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private void playAt(String where, String line) {
        try {
            play(line);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(where + ": " + line, e);
        }
    }

    private void play(String line) throws Exception {
        Matcher step = STEP.matcher(line);
        assertThat(step.matches()).as("a step").isTrue();
        String name = step.group(1);
        String text = step.group(3) == null ? "" : step.group(3);
        switch (step.group(2)) {
            case ">" -> talker(name).say(text);
            case "<" -> assertThat(masked(talker(name).hear())).isEqualTo(text);
            case "|" -> talkers.remove(name).awaitEnd();
            default -> talkers.remove(name).hangUp();
        }
    }

    private Talker talker(String name) throws Exception {
        Talker talker = talkers.get(name);
        if (talker == null) {
            talker = door.open();
            talkers.put(name, talker);
        }
        return talker;
    }
}
