package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tests of all modules keep to. */
final class TestHabitsTest {
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(|\\bparkNanos\\(");

    @Test
    void aTestWaitsForAnEventAndDoesNotSleep() throws IOException {
        Repository repository = Repository.here();
        List<String> sleeping = repository.sources().stream()
                .filter(path -> path.contains("/src/test/"))
                .filter(path -> SLEEP.matcher(repository.read(path)).find())
                .toList();

        assertThat(sleeping).isEmpty();
    }
}
