package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jim.engine.netty.TestCertificate;
import jim.protocol.JsonFraming;
import jim.testkit.Verdict;
import jim.testkit.WireExample;
import jim.testkit.WireExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocol, section 1: the same objects are served in the same way by every door, whatever keeps them. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class EveryDoorTest {
    /** Every object from a server says when it was written. */
    private static final Pattern TIME = Pattern.compile("\"time\":\\d{10}\\.\\d{3}[,}]");

    private static final Pattern REPEATED = Pattern.compile("\\((.)\\*(\\d+)\\)");

    @TempDir
    private static Path made;

    private static TestCertificate certificate;

    @Parameter
    private Way way;

    @TempDir
    private Path folder;

    private Way.Open door;

    /** Those who are connected, by the names that the script has for them. */
    private final Map<String, Line> lines = new HashMap<>();

    /** The server's ids, in the order in which they came. */
    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.make(made);
    }

    @BeforeEach
    void open() throws Exception {
        door = way.open(folder, certificate);
    }

    @AfterEach
    void close() throws Exception {
        for (Line line : lines.values()) {
            line.close();
        }
        door.close();
    }

    /** The script says who sends what and who hears what next; what else comes, comes before the next that is expected. */
    @Test
    void theConversationOfTheScriptIsTheSame() throws Exception {
        for (String step : Files.readAllLines(
                Path.of(getClass().getResource("every-door.txt").toURI()))) {
            if (!step.isBlank() && !step.startsWith("#")) {
                play(step.split(" ", 3));
            }
        }
        assertThat(lines).as("those who have not left").isEmpty();
    }

    private void play(String[] step) throws Exception {
        Line line = call(step[0]);
        switch (step[1]) {
            case ">" ->
                line.send(Stream.of(step[2].split(" \\+ ")).map(this::sent).toList());
            case "~" -> line.sendInPieces(sent(step[2]));
            default -> assertThat(heard(line)).as(String.join(" ", step)).isEqualTo(step[2]);
        }
        if (step[2].equals("end")) {
            lines.remove(step[0]).close();
        }
    }

    private Line call(String name) throws Exception {
        if (!lines.containsKey(name)) {
            lines.put(name, door.call());
        }
        return lines.get(name);
    }

    /** In the script single quotes stand for double ones, {@code (x*3)} for xxx, and ID1 for the first id that came. */
    private byte[] sent(String written) {
        String object =
                REPEATED.matcher(written).replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
        for (int i = 0; i < ids.size(); i++) {
            object = object.replace("'ID" + (i + 1) + "'", "'" + ids.get(i) + "'");
        }
        return WireExample.json(object).toByteArray();
    }

    private String heard(Line line) throws Exception {
        String object = line.hear();
        assertThat(object == null || TIME.matcher(object).find())
                .as("the time in " + object)
                .isTrue();
        return object == null
                ? "end"
                : tidy(JsonParser.parseString(object)).toString().replace('"', '\'');
    }

    /** The same in the order of the alphabet, without the times, and with numbers for the ids. */
    private JsonElement tidy(JsonElement element) {
        if (element instanceof JsonArray array) {
            JsonArray tidy = new JsonArray();
            array.forEach(each -> tidy.add(tidy(each)));
            return tidy;
        }
        if (!(element instanceof JsonObject object)) {
            return element;
        }
        JsonObject tidy = new JsonObject();
        object.keySet().stream().sorted().forEach(name -> tidy.add(name, tidy(object.get(name))));
        if (tidy.has("id") && tidy.getAsJsonPrimitive("id").isString()) {
            tidy.addProperty("id", numbered(tidy.get("id").getAsString()));
        }
        tidy.remove("time");
        return tidy;
    }

    private String numbered(String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
        return "ID" + (ids.indexOf(id) + 1);
    }

    @Test
    void aFaultInTheContentIsAnsweredAndTheConnectionLivesOn() throws Exception {
        Line stranger = call("stranger");
        for (WireExample example : WireExamples.contentFaults()) {
            stranger.send(List.of(example.wire().toByteArray()));
            assertIsRefused(example, ((Verdict.Stays) example.verdict()).says(), stranger.hear());
        }
    }

    @Test
    void whatIsNoObjectIsAnsweredAndEndsTheConnection() throws Exception {
        for (WireExample example : WireExamples.notJson()) {
            Line stranger = call("stranger");
            stranger.send(List.of(example.wire().toByteArray()));
            String last = null;
            for (String next = stranger.hear(); next != null; next = stranger.hear()) {
                last = next;
            }
            assertIsRefused(example, ((Verdict.Closes) example.verdict()).says(), last);
            lines.remove("stranger").close();
        }
    }

    /** It is the object that is bounded, and not the line feed behind it. */
    @Test
    void anObjectHasAllItsBytesForItself() throws Exception {
        Line stranger = call("stranger");
        stranger.send(List.of(line(JsonFraming.MAX_BYTES)));
        assertThat(stranger.hear()).startsWith("{\"response\":401,");
        stranger.send(List.of(line(JsonFraming.MAX_BYTES + 1)));
        assertThat(stranger.hear()).startsWith("{\"response\":400,").contains("longer than 8192 bytes");
        assertThat(stranger.hear()).isNull();
    }

    /** An object of so many bytes, and a line feed. */
    private static byte[] line(int bytes) {
        String empty = "{'action':'who','more':''}";
        return WireExample.json(empty.replace("''", "'" + "x".repeat(bytes - empty.length()) + "'") + "\n")
                .toByteArray();
    }

    private static void assertIsRefused(WireExample example, String says, String answer) {
        assertThat(answer).as(example.name()).startsWith("{\"response\":400,");
        JsonObject object = JsonParser.parseString(answer).getAsJsonObject();
        // A WebSocket looks at the whole of a message before it looks at the object.
        assertThat(object.get("error").getAsString())
                .as(example.name())
                .containsAnyOf(says, "not UTF-8", "the byte 0x00");
    }
}
