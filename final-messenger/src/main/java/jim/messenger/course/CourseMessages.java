package jim.messenger.course;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jim.messenger.course.Aliases.Field;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.StrictJson;

/** Writes messages in the words of one of the course's clients or servers; whichever it is, it reads with one {@code recv}. */
public final class CourseMessages {
    /** What is surely read with one {@code recv}: some of them read 640 bytes, most of them 1,024. */
    private static final List<Integer> BOUNDS = List.of(640, 1_000);

    private static final String USUAL_VERB = "message";

    /** Python's {@code time.ctime()}. */
    private static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final Words words;

    public CourseMessages(Words words) {
        this.words = words;
    }

    /** A message that was taken at {@code taken}: one frame, or several in their order. */
    public List<Frame> frames(String from, String to, String text, Instant taken) {
        return messages(new Note(from, to, text, time(taken)));
    }

    /** What whoever is called {@code name} says last; for that, servers have names of their own. */
    Frame farewell(String name, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", "exit");
        fields.put("time", time(now));
        Field.FROM.commonest(Field.MOST).forEach(field -> fields.put(field, name));
        return StrictJson.frame(fields);
    }

    private Object time(Instant taken) {
        return words.isTimeText() ? CTIME.format(taken.atZone(ZoneId.systemDefault())) : JimCodec.seconds(taken);
    }

    /** What is to be read. */
    private record Note(String from, String to, String text, Object time) {
        Stream<Note> halves() {
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            return Stream.of(text.substring(0, middle), text.substring(middle))
                    .map(half -> new Note(from, to, half, time));
        }
    }

    /** A text that is too long for one {@code recv} comes in parts: half an object would end the reader. */
    private List<Frame> messages(Note note) {
        return whole(note)
                .map(List::of)
                .orElseGet(() ->
                        note.halves().flatMap(half -> messages(half).stream()).toList());
    }

    /** In the shortest bound that holds it, and there with as many names for each field as there is room for. */
    private Optional<Frame> whole(Note note) {
        return BOUNDS.stream()
                .flatMap(bound -> leanerAndLeaner(note).filter(frame -> frame.length() <= bound))
                .findFirst();
    }

    private Stream<Frame> leanerAndLeaner(Note note) {
        return IntStream.iterate(Field.MOST, most -> most > 0, most -> most - 1).mapToObj(most -> frame(note, most));
    }

    private Frame frame(Note note, int mostNames) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", words.orVerb(USUAL_VERB).verb());
        fields.put("time", note.time());
        words.names(Field.FROM, mostNames).forEach(name -> fields.put(name, note.from()));
        words.names(Field.TO, mostNames).forEach(name -> fields.put(name, note.to()));
        words.names(Field.TEXT, mostNames).forEach(name -> fields.put(name, note.text()));
        return StrictJson.frame(fields);
    }
}
