package jim.messenger.dialect;

import com.google.gson.JsonObject;
import jim.protocol.JimCodec;

/** The dialects that are served, and how one is recognised. Immutable; for any thread. */
public final class Dialects {
    private final Dialect jim;
    private final Dialect course;

    public Dialects(JimCodec codec) {
        this.jim = new JimDialect(codec);
        this.course = new CourseDialect(codec);
    }

    /** What a connection is taken to speak before it has said anything. */
    public Dialect first() {
        return jim;
    }

    /** What a connection speaks that was taken to speak {@code until} and now says {@code object}. */
    public Dialect after(Dialect until, JsonObject object) {
        return CourseDialect.isSpokenIn(object) ? course : until;
    }
}
