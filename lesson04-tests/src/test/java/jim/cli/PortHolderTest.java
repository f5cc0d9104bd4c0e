package jim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who listens on a port, in a folder that looks like {@code /proc}. */
final class PortHolderTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt" + "   uid  timeout inode";

    @TempDir
    Path proc;

    @BeforeEach
    void twoSocketsListenOn7777And7778() throws IOException {
        Files.createDirectory(proc.resolve("net"));
        Files.write(
                proc.resolve("net/tcp"),
                List.of(
                        HEAD,
                        "   0: 0100007F:1E61 0100007F:D2F0 01 00000000:00000000 00:00000000 00000000  0  0 111 1 0",
                        "   1: 00000000:1E61 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0  0 222 1 0"));
        Files.write(
                proc.resolve("net/tcp6"),
                List.of(HEAD, "   0: 00000000000000000000000000000000:1E62 0:0 0A 0:0 00:0 0  0  0 333 1 0"));
        process("1", "systemd", "/sbin/init", "socket:[111]");
    }

    private void process(String pid, String name, String line, String... descriptors) throws IOException {
        Path process = Files.createDirectories(proc.resolve(pid).resolve("fd")).getParent();
        Files.writeString(process.resolve("comm"), name + "\n");
        Files.writeString(process.resolve("cmdline"), line.replace(' ', '\0') + "\0", UTF_8);
        for (int i = 0; i < descriptors.length; i++) {
            Files.createSymbolicLink(process.resolve("fd").resolve(String.valueOf(i)), Path.of(descriptors[i]));
        }
    }

    private String told(int port) {
        return new PortHolder(proc, "Linux").told(port);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx: master --token=secret, nginx (pid 42)",
        "java, /usr/bin/java -Xmx1g -jar /opt/jim/server.jar --password secret, java -jar server.jar (pid 42)",
        "java, java -cp a.jar Main -jar secret, java (pid 42)",
        "java, java -jar, java (pid 42)",
        "java, java Main secret, java (pid 42)"
    })
    void theProgramIsNamedAndItsJarAndNothingElseOfItsLine(String name, String line, String program)
            throws IOException {
        process("42", name, line, "pipe:[5]", "socket:[222]");
        assertThat(told(7777)).isEqualTo(program + " listens on it");
    }

    @Test
    void aSocketOfTheNewerKindIsFoundToo() throws IOException {
        process("7", "python3", "python3 x", "socket:[333]");
        assertThat(told(7778)).isEqualTo("python3 (pid 7) listens on it");
    }

    @Test
    void whatANameHidesIsShown() throws IOException {
        process("7", "a\u001b[31m", "a", "socket:[333]");
        assertThat(told(7778)).doesNotContain("\u001b");
    }

    @Test
    void aConnectionIsNoListener() throws IOException {
        Files.delete(proc.resolve("net/tcp"));
        assertThat(told(7777)).startsWith("another program on this computer listens on it");
    }

    @Test
    void whoCannotKnowSaysHowToFindOut() {
        assertThat(told(7777))
                .isEqualTo("another program on this computer listens on it"
                        + " (which one, says: sudo ss -ltnp sport = :7777)");
        assertThat(new PortHolder(proc.resolve("none"), "Mac OS X").told(7777))
                .endsWith("(which one, says: sudo lsof -nP -iTCP:7777)");
        assertThat(new PortHolder(proc.resolve("none"), "Windows 11").told(7777))
                .endsWith("(which one, says: netstat -ano)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ourOwnSocketIsOurs() throws IOException {
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.here().told(ours.getLocalPort()))
                    .contains("(pid " + ProcessHandle.current().pid() + ") listens on it");
        }
    }
}
