package jim.messenger.dialect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jim.messenger.course.Words;
import jim.protocol.JimCodec;
import jim.protocol.Names;

/** The dialects that are served, and what all who speak them have in common. For any thread. */
public final class Dialects {
    /** So many names take some megabyte; it is not worth more to know them all. */
    private static final int MOST_NAMES = 10_000;

    private final JimCodec codec;
    private final Dialect jim;
    /** With which verb those write who speak the course's dialect, by the keys of their names. */
    private final Map<String, String> verbs = new ConcurrentHashMap<>();

    public Dialects(JimCodec codec) {
        this.codec = codec;
        this.jim = new JimDialect(codec);
    }

    /** Somebody who has connected and said nothing yet. */
    public Speaker speaker() {
        return new Speaker(this);
    }

    JimCodec codec() {
        return codec;
    }

    Dialect jim() {
        return jim;
    }

    CourseDialect course(Words words) {
        return new CourseDialect(codec, words);
    }

    /** The verb of the course's dialect with which {@code name} writes, or wrote last; null when it is none. */
    String verbOf(String name) {
        return verbs.get(Names.key(name));
    }

    /** Whoever is called {@code name} writes with {@code verb} now; null for JIM's own. */
    void remember(String name, String verb) {
        if (verb == null) {
            verbs.remove(Names.key(name));
            return;
        }
        if (verbs.size() >= MOST_NAMES) {
            verbs.clear();
        }
        verbs.put(Names.key(name), verb);
    }
}
