package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import jim.cli.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarsTest {
    @TempDir
    private Path directory;

    @Test
    void aMissingJarIsNamedWithTheCommandThatBuildsIt() throws Exception {
        Files.createFile(directory.resolve("final-messenger-server.jar"));
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> Jars.in(directory))
                .withMessageContaining("there is no final-messenger-client.jar in " + directory)
                .withMessageContaining("mvn -q -DskipTests package");
    }

    @Test
    void theCommandsRunTheJarsInTheDirectory() throws Exception {
        String server = Files.createFile(directory.resolve("final-messenger-server.jar"))
                .toString();
        String client = Files.createFile(directory.resolve("final-messenger-client.jar"))
                .toString();
        Jars jars = Jars.in(directory);
        assertThat(jars.server(7777)).endsWith("-jar", server, "-p", "7777", "--json");
        assertThat(jars.client(7777, "bob")).endsWith("-jar", client, "localhost", "7777", "-n", "bob", "--brief");
    }
}
