package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jim.cli.Arguments;
import jim.messenger.admin.AdminDoor;
import jim.messenger.metrics.Metrics;
import jim.messenger.metrics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The files in {@code deploy} name what is there. */
@Timeout(60)
final class DeployTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final String JAR = "/opt/jim/final-messenger-server.jar";

    private final String unit = read("jim-messenger.service");
    private final String image = read("Dockerfile");

    private static String read(String file) {
        try {
            return Files.readString(DEPLOY.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What stands behind {@code key} in a line of {@code text}, once. */
    private static String valueOf(String key, String text) {
        Matcher line =
                Pattern.compile("^\\s*" + key + "(.*)$", Pattern.MULTILINE).matcher(text);
        assertThat(line.find()).as("a line with " + key).isTrue();
        return line.group(1).strip();
    }

    /** The options of a command line that runs the server's jar. */
    private static String[] options(List<String> command) {
        int jar = command.indexOf("-jar");
        assertThat(command.get(jar + 1)).isEqualTo(JAR);
        return command.subList(jar + 2, command.size()).toArray(String[]::new);
    }

    private static void checkVariables(String assignments) {
        Matcher variable = Pattern.compile("JIM_([A-Z_]+)=").matcher(assignments);
        assertThat(variable.find()).isTrue();
        do {
            String option = variable.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(ServerMain.USAGE.help()).contains("--" + option + " ");
        } while (variable.find());
    }

    @Test
    void theFileOfOptionsIsUnderstood() throws Exception {
        String file = DEPLOY.resolve("jim.properties").toString();
        Arguments arguments = ServerMain.USAGE.parse("--config", file);
        assertThat(arguments.port("admin", 0)).isEqualTo(9090);
        assertThat(arguments.has("tls-cert")).isFalse();
    }

    @Test
    void whatIsCommentedOutInItWouldBeUnderstoodToo() throws Exception {
        Path all = Files.createTempFile("jim", ".properties");
        Files.writeString(all, read("jim.properties").replaceAll("(?m)^#([a-z])", "$1"));
        assertThat(ServerMain.USAGE.parse("--config", all.toString()).text("tls-cert", ""))
                .isEqualTo("/etc/jim/chain.pem");
        Files.delete(all);
    }

    @Test
    void theUnitStartsTheServerWithOptionsThatThereAre() throws Exception {
        String[] line = options(List.of(valueOf("ExecStart=", unit).split(" ")));
        assertThat(line).containsExactly("--config", "/etc/jim/jim.properties");
        assertThat(ServerMain.USAGE
                        .parse("--config", DEPLOY.resolve("jim.properties").toString())
                        .positional())
                .isEmpty();
        checkVariables(valueOf("Environment=", unit));
    }

    @Test
    void theUnitLetsTheServerEndAsItDoes() {
        assertThat(valueOf("SuccessExitStatus=", unit)).isEqualTo("143");
        assertThat(Integer.parseInt(valueOf("TimeoutStopSec=", unit))).isGreaterThanOrEqualTo(10);
        assertThat(unit).doesNotContain("\nUser=root", "\nMemoryDenyWriteExecute");
    }

    @Test
    void theImageStartsTheServerWithOptionsThatThereAre() throws Exception {
        String[] line = options(List.of(new Gson().fromJson(valueOf("ENTRYPOINT", image), String[].class)));
        assertThat(ServerMain.USAGE.parse(line).positional()).isEmpty();
        checkVariables(valueOf("ENV", image));
        assertThat(image).contains("\nCOPY final-messenger-server.jar " + JAR + "\n");
        assertThat(valueOf("USER", image)).matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void theImageShowsThePortsThatTheServerHasWhenNothingIsSaid() {
        assertThat(List.of(valueOf("EXPOSE", image).split(" ")))
                .allSatisfy(port -> assertThat(ServerMain.USAGE.help()).contains("(default " + port + ")"))
                .hasSize(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theHealthCheckOfTheImageKnowsAHealthyServerFromOthers() throws Exception {
        int port;
        try (AdminDoor well = AdminDoor.open(0, Optional::empty, new Metrics(new Tally()));
                AdminDoor ill = AdminDoor.open(0, () -> Optional.of("the disk is full"), new Metrics(new Tally()))) {
            port = well.address().getPort();
            assertThat(healthCheck(port)).isZero();
            assertThat(healthCheck(ill.address().getPort())).isEqualTo(1);
        }
        assertThat(healthCheck(port)).isEqualTo(1);
    }

    private int healthCheck(int admin) throws Exception {
        String[] command = new Gson().fromJson(valueOf("CMD", image), String[].class);
        ProcessBuilder check = new ProcessBuilder(command).redirectErrorStream(true);
        check.environment().put("JIM_ADMIN", String.valueOf(admin));
        return check.start().waitFor();
    }
}
