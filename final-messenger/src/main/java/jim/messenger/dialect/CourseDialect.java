package jim.messenger.dialect;

import com.google.gson.JsonObject;
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
import jim.chat.Letter;
import jim.chat.Message;
import jim.messenger.dialect.Aliases.Field;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;

/**
 * The dialect of the course's clients, in the words of one of them. They wait for an answer to a presence, know 200 and
 * 400 only, and take every object that comes later for a message to them: so a message is not acknowledged, and one that
 * is refused, to a stranger for example, is met with silence. What is wrong in its fields is answered 400 all the same, as
 * their own servers do. What only JIM has, such as {@code who}, is answered as in JIM.
 */
final class CourseDialect implements Dialect {
    /** What is surely read with one {@code recv}: some of them read 640 bytes, most of them 1,024. */
    private static final List<Integer> BOUNDS = List.of(640, 1_000);

    private static final String USUAL_VERB = "message";

    /** Python's {@code time.ctime()}. */
    private static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final JimCodec codec;
    private final Words words;

    CourseDialect(JimCodec codec, Words words) {
        this.codec = codec;
        this.words = words;
    }

    /** Reads {@code said} as a request in this dialect. */
    Request request(JsonObject said) throws JimFault {
        JsonObject jim = Aliases.inJim(said);
        if (Aliases.isMessage(said) && Field.TO.in(said).isEmpty()) {
            jim.addProperty("to", Message.EVERYONE);
        }
        try {
            return codec.request(jim);
        } catch (JimFault fault) {
            throw Aliases.isPresence(said) ? JimFault.close(fault.getMessage()) : fault;
        }
    }

    @Override
    public Optional<Response> told(JimMessage message, Response answer) {
        if (message instanceof Msg || message instanceof Quit) {
            return Optional.empty();
        }
        return Optional.of(isFailedPresence(message, answer) ? Response.of(Status.BAD_REQUEST, answer.text()) : answer);
    }

    @Override
    public boolean ends(JimMessage message, Response answer) {
        return message instanceof Quit || isFailedPresence(message, answer);
    }

    private static boolean isFailedPresence(JimMessage message, Response answer) {
        return message instanceof Presence && !answer.isGood();
    }

    @Override
    public List<Frame> messages(Msg msg, Letter letter, String account) {
        Instant taken = msg.time() == null ? codec.now() : msg.time();
        return messages(new Note(msg.from(), account, msg.text(), time(taken)));
    }

    private Object time(Instant taken) {
        return words.isTimeText() ? CTIME.format(taken.atZone(ZoneId.systemDefault())) : JimCodec.seconds(taken);
    }

    /** What a client is to read. */
    private record Note(String from, String to, String text, Object time) {
        Stream<Note> halves() {
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            return Stream.of(text.substring(0, middle), text.substring(middle))
                    .map(half -> new Note(from, to, half, time));
        }
    }

    /** A text that is too long for one {@code recv} comes in parts: half an object would end the client. */
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
