package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jim.protocol.Response;
import org.junit.jupiter.api.Test;

/** What people hear of a server that stops. */
final class FarewellTest {
    private final RunningMessenger messenger = new RunningMessenger();

    FarewellTest() throws IOException {}

    @Test
    void whoSpeaksJimIsToldAndWhoSpeaksTheCoursesWordsHearsNothing() throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor stu = messenger.visitor().say("{'action':'presence','from_user':{'account_name':'stu'}}");
        assertThat(stu.answer().code()).isEqualTo(200);
        messenger.stop();
        assertThat(ann.peer().awaitAnswersUntilEnd())
                .containsExactly(new Response(503, "this server stops now, connect again later", Map.of()));
        assertThat(stu.peer().awaitAnswersUntilEnd()).isEmpty();
        ann.close();
        stu.close();
    }
}
