package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jim.messenger.store.SqliteStore;
import jim.protocol.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people hear of a server that stops. */
final class FarewellTest {
    private static final Response STOPPING = new Response(503, "this server stops now, connect again later", Map.of());

    @TempDir
    Path folder;

    @Test
    void whoSpeaksJimIsToldAndWhoSpeaksTheCoursesWordsHearsNothing() throws IOException {
        RunningMessenger messenger = new RunningMessenger();
        Visitor ann = messenger.visitor("ann");
        Visitor stu = messenger.visitor().say("{'action':'presence','from_user':{'account_name':'stu'}}");
        assertThat(stu.answer().code()).isEqualTo(200);
        messenger.stop();
        assertThat(ann.peer().awaitAnswersUntilEnd()).containsExactly(STOPPING);
        assertThat(stu.peer().awaitAnswersUntilEnd()).isEmpty();
        ann.close();
        stu.close();
    }

    /** Whoever counts answers would take it for one of them, and what was kept for refused. */
    @Test
    void itIsSaidBehindTheAnswersToAllThatWasKept() throws Exception {
        RunningMessenger messenger = new RunningMessenger(SqliteStore.open(folder, InstantSource.system(), why -> {}));
        messenger.visitor("keep").quit();
        Visitor ann = messenger.visitor("ann");
        ann.say(IntStream.range(0, 900)
                .mapToObj(i -> Visitor.msg("keep", "ann", "m" + i))
                .collect(Collectors.joining()));
        assertThat(ann.answer().code()).isEqualTo(202);
        messenger.stop();
        List<Response> answers = ann.peer().awaitAnswersUntilEnd();
        assertThat(answers).endsWith(STOPPING).filteredOn(STOPPING::equals).hasSize(1);
        try (SqliteStore kept = SqliteStore.open(folder, InstantSource.system(), why -> {})) {
            assertThat(kept.last("keep")).isEqualTo(answers.size());
        }
        ann.close();
    }
}
