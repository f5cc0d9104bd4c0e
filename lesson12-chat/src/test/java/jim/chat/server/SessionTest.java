package jim.chat.server;

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
}
