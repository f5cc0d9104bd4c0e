package jim.messenger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jim.testkit.ChildJvm;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Protocol, section 4: an acknowledged message is not lost, also when the program is killed in the middle of its work. */
@Timeout(120)
class DurabilityTest {
    private static final int MOST_BEFORE_THE_KILL = 5_000;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void whatWasAcknowledgedBeforeAKillIsThereOnce() throws Exception {
        List<String> acknowledged = acknowledgedUntilKilled(1 + new Random().nextInt(MOST_BEFORE_THE_KILL));
        try (SqliteStore store = SqliteStore.open(folder, InstantSource.system(), why -> {})) {
            Desk desk = new Desk(store);
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < Flood.MAILBOXES; i++) {
                kept.addAll(desk.texts("r" + i));
                assertThat(desk.letters("r" + i)).hasSize((int) store.last("r" + i));
            }
            assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    /** Kills the flood when it has said that so many messages were acknowledged; all that it has said by then. */
    private List<String> acknowledgedUntilKilled(int count) throws Exception {
        Process flood = ChildJvm.of(Flood.class, folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = flood.inputReader(UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                assertThat(line).startsWith("text ");
                acknowledged.add(line);
                if (acknowledged.size() == count) {
                    // By its handle, which leaves what it has printed to be read.
                    flood.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(count);
        // The last line may be half a line.
        return acknowledged.subList(0, acknowledged.size() - 1);
    }
}
