package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the server sooner: what it keeps, when it uses that, and when it does without. */
final class ServerScriptIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPTIONS = " -a 127.0.0.1 -p 0 --web 0 --text 0 --json";
    private static final Pattern READY = Pattern.compile("\\{\"event\":\"ready\".*\"pid\":(\\d+)}");

    private final Repository repository = Repository.here();
    private Scratch scratch;

    @TempDir
    Path cache;

    @BeforeEach
    void makeScratch() throws IOException {
        scratch = Scratch.of(repository);
    }

    @AfterEach
    void endAll() throws IOException {
        scratch.close();
    }

    /** Starts a server whose data nobody else has. */
    private Running start(String script, String data) throws IOException {
        return scratch.start("JIM_CACHE=" + cache + " exec " + script + OPTIONS + " --data " + data);
    }

    /** The number of the process, when the server has said that it listens and nothing before that. */
    private static long pidOf(Running server) throws InterruptedException {
        List<String> lines = server.firstLines(1, PATIENCE);
        Matcher ready = READY.matcher(String.join("", lines));
        assertThat(ready.matches()).as("printed: %s", lines).isTrue();
        return Long.parseLong(ready.group(1));
    }

    private static boolean uses(long pid, Path archive) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(pid), "maps")).contains(archive.toString());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void theFirstStartMakesAnArchiveAndEveryStartUsesIt() throws IOException, InterruptedException {
        long first = pidOf(start("dist/final-messenger-server", "one"));
        assertThat(kept()).hasSize(1);
        FileTime made = Files.getLastModifiedTime(kept().get(0));
        long second = pidOf(start("dist/final-messenger-server", "two"));

        assertThat(uses(first, kept().get(0))).isTrue();
        assertThat(uses(second, kept().get(0))).isTrue();
        assertThat(Files.getLastModifiedTime(kept().get(0))).isEqualTo(made);
    }

    @Test
    void theArchiveIsMadeFarFromTheDataOfTheServer(@TempDir Path home) throws IOException, InterruptedException {
        Path data = home.resolve("data");
        pidOf(start(
                "env JIM_DATA=" + data + " JIM_LOGS=" + home.resolve("log") + " dist/final-messenger-server", "one"));

        assertThat(kept()).hasSize(1);
        assertThat(data).doesNotExist();
    }

    @Test
    void twoThatStartAtOnceLeaveOneWholeArchive() throws IOException, InterruptedException {
        Running one = start("dist/final-messenger-server", "one");
        Running other = start("dist/final-messenger-server", "two");
        pidOf(one);
        pidOf(other);
        long third = pidOf(start("dist/final-messenger-server", "three"));

        assertThat(kept()).hasSize(1);
        assertThat(uses(third, kept().get(0))).isTrue();
    }

    @Test
    void anotherJarGetsAnotherArchiveInPlaceOfTheOld(@TempDir Path dist) throws IOException, InterruptedException {
        Path script = dist.resolve("final-messenger-server");
        Path jar = dist.resolve("final-messenger-server.jar");
        Files.copy(repository.root().resolve("dist/final-messenger-server"), script);
        Files.copy(repository.root().resolve("dist/final-messenger-server.jar"), jar);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        pidOf(start(script.toString(), "one"));
        List<Path> before = kept();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        long pid = pidOf(start(script.toString(), "two"));

        assertThat(kept()).hasSize(1).isNotEqualTo(before);
        assertThat(uses(pid, kept().get(0))).isTrue();
    }

    @Test
    void whereNothingCanBeKeptItStartsAllTheSame() throws IOException, InterruptedException {
        Running server = scratch.start("JIM_CACHE=/dev/null/cache exec dist/final-messenger-server" + OPTIONS);

        pidOf(server);
    }

    @Test
    void aBrokenArchiveIsNoHindrance() throws IOException, InterruptedException {
        pidOf(start("dist/final-messenger-server", "one"));
        Path archive = kept().get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        pidOf(start("dist/final-messenger-server", "two"));
    }
}
