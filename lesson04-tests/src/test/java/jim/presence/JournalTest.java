package jim.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class JournalTest {
    @Test
    void aPrintingJournalPrintsALineForEachEvent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Journal journal = Journal.printing(new PrintStream(out, true, UTF_8));
        journal.note("listening");
        journal.caught("a client was lost", new IOException("reset"));
        assertThat(out.toString(UTF_8).lines()).containsExactly("listening", "a client was lost: reset");
    }

    @Test
    void aSilentJournalTakesEverything() {
        Journal.SILENT.note("listening");
        Journal.SILENT.caught("a client was lost", new IOException("reset"));
    }
}
