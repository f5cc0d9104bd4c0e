package jim.chat.server;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recorded session of three people is the same through every door, but for the times. */
@Timeout(60)
final class SessionTest {
    private static final String SESSION = "session.txt";

    @ParameterizedTest
    @EnumSource
    void theSessionIsTheSameOnEveryEngine(EngineKind kind) throws Exception {
        try (RunningChat chat = new RunningChat(kind)) {
            Transcript.play(SESSION, chat::talker);
        }
    }

    @Test
    void theSessionIsTheSameInABrowser() throws Exception {
        try (RunningChat chat = new RunningChat()) {
            URI page = chat.openWeb();
            Transcript.play(SESSION, () -> new BrowserTalker(page));
        }
    }

    /** One in a browser, one at an engine, one at another. */
    @Test
    void theSessionIsTheSameThroughAllDoorsAtOnce() throws Exception {
        try (RunningChat chat = new RunningChat(EngineKind.values())) {
            URI page = chat.openWeb();
            Deque<Transcript.Door> doors = new ArrayDeque<>();
            doors.add(() -> new BrowserTalker(page));
            for (EngineKind kind : EngineKind.values()) {
                doors.add(() -> chat.talker(kind));
            }
            Transcript.play(SESSION, () -> {
                doors.addLast(doors.removeFirst());
                return doors.getLast().open();
            });
        }
    }
}
