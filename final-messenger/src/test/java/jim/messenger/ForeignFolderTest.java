package jim.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jim.messenger.server.ServerMain;
import jim.testkit.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A folder into which the server may not write. Where the tests are run by root, the server gives root's power over files up. */
@Timeout(60)
class ForeignFolderTest extends Programs {
    private static final List<String> LIKE_ANYBODY =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--");

    private Path locked;

    @BeforeEach
    void lock() throws Exception {
        locked = Files.createDirectory(directory.resolve("locked"));
        Files.createFile(locked.resolve("somebody's"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Process tried = start(new ProcessBuilder(likeAnybody(List.of("touch", "locked/mine"))));
        assumeThat(tried.waitFor()).as("a folder can be locked here").isEqualTo(1);
    }

    @AfterEach
    void unlock() throws Exception {
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> likeAnybody(List<String> command) {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(LIKE_ANYBODY);
        }
        all.addAll(command);
        return all;
    }

    @Test
    void theStartEndsWithASentence() throws Exception {
        assertRefused("locked", "-p", "0", "--web", "0", "--text", "0");
        assertRefused("locked/in it", "-p", "0", "--web", "0", "--text", "0");
    }

    @Test
    void soDoesACommandForAccounts() throws Exception {
        assertRefused("locked", "adduser", "carol");
    }

    @Test
    void aCopyCannotBeWrittenThere() throws Exception {
        Process adding = start(ServerMain.class, "adduser", "ann", "--data", "ours");
        type(adding, "a secret\n");
        assertThat(adding.waitFor()).isZero();
        assertRefused(
                "cannot write the copy locked/copy.db: no permission. Name a place where you may write.",
                List.of("--backup", "locked/copy.db", "--data", "ours"));
    }

    /** The store may be there: nobody else can know. */
    @Test
    void aFolderThatOnlyItsOwnerMayEnterIsNotCalledEmpty() throws Exception {
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assertRefused(
                "no permission to look into the folder locked: do it as the user to whom it belongs, or name another"
                        + " one with --data.",
                List.of("list", "--data", "locked"));
    }

    private void assertRefused(String folder, String... line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line));
        words.addAll(List.of("--data", folder));
        assertRefused("cannot write into the folder " + folder + " (", words);
        assertThat(errors()).contains("): make it yours, or choose another one with --data.");
    }

    private void assertRefused(String sentence, List<String> line) throws Exception {
        ProcessBuilder child = ChildJvm.of(ServerMain.class, line.toArray(String[]::new));
        Process server = start(child.command(likeAnybody(child.command())));
        server.outputWriter().close();
        assertThat(server.waitFor()).as(errors()).isEqualTo(6);
        assertThat(errors()).contains(sentence).doesNotContain("Exception:", "\tat ");
    }
}
