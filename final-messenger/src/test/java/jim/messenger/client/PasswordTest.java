package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jim.cli.ExitCode;
import jim.messenger.delivery.Accounts;
import jim.messenger.server.RunningMessenger;
import jim.messenger.server.Visitor;
import jim.messenger.tls.Privacy;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that has a password, or gets one. */
@Timeout(60)
class PasswordTest {
    private static final String ASKED = "Password of ann: (unseen)";
    private static final String REFUSED = "the server refuses the name 'ann': ";

    @TempDir
    Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("password"), content).toString();
    }

    private static String connected(RunningMessenger messenger) {
        return "Connected to 127.0.0.1:" + messenger.address().getPort() + " as ann.";
    }

    /** A messenger where ann has the password "a secret". */
    private static RunningMessenger whereAnnHasAPassword() throws IOException {
        RunningMessenger messenger = new RunningMessenger();
        try (Visitor ann = messenger.visitor()) {
            ann.ask("{'action':'authenticate','user':{'account_name':'ann','password':'a secret'}}");
            ann.ask("{'action':'quit'}");
        }
        return messenger;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a secret", "a secret\n", "a secret\r\nanother line\n"})
    void theFirstLineOfTheFileIsThePassword(String content) throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.at(messenger.address(), "--brief", "-n", "ann", "--password-file", file(content))) {
            ann.reads(connected(messenger));
            ann.types("who").reads("Online: ann");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void atATerminalNothingIsAskedWhenThereIsAFile() throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.atTerminal(
                        messenger.address(), "--brief", "-n", "ann", "--password-file", file("a secret"))) {
            ann.reads(connected(messenger));
        }
    }

    @Test
    void aWrongPasswordInTheFileIsRefused() throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--password-file", file("a guess"))) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.REFUSED);
            ann.reads(REFUSED + "wrong name or password.");
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void whereNobodyCanBeAskedTheOptionIsNamed() throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.at(messenger.address(), "-n", "ann")) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.REFUSED);
            ann.reads(REFUSED + "this name has a password, use 'authenticate'.");
            ann.reads("Put the password into a file, as its first line: --password-file FILE");
        }
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() throws IOException {
        String missing = folder.resolve("missing").toString();
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--password-file", missing)) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.USAGE);
            ann.reads("there is no password to be read from " + missing + " (there is no such file).");
            ann.reads("Write the password into its first line, or name another file: --password-file FILE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\na secret"})
    void aFileWithoutAPasswordStopsTheStart(String content) throws IOException {
        String empty = file(content);
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--password-file", empty)) {
            assertThat(ann.leaves()).isEqualTo(ExitCode.USAGE);
            ann.reads("there is no password to be read from " + empty + " (its first line is empty).");
        }
    }

    @Test
    void withTheFileANewNameIsRegistered() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.admitting(Accounts.REGISTERED)) {
            try (Person ann =
                    Person.at(messenger.address(), "--brief", "-n", "ann", "--password-file", file("a secret"))) {
                ann.reads(connected(messenger));
                assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            }
            try (Person ann = Person.at(messenger.address(), "-n", "ann", "--password-file", file("a guess"))) {
                ann.reads(REFUSED + "wrong name or password.");
            }
        }
    }

    @Test
    void atATerminalAWrongPasswordMayBeTypedAgain() throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.atTerminal(messenger.address(), "--brief", "-n", "ann")) {
            ann.reads(ASKED).types("a guess").reads("That is not the password. Try again.");
            ann.reads(ASKED).types("").reads(ASKED).types("a secret").reads(connected(messenger));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n ann", "--brief"})
    void threeWrongOnesAreEnough(String options) throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.atTerminal(messenger.address(), options.split(" "))) {
            if (!options.contains("ann")) {
                ann.reads("Your name:").types("ann");
            }
            for (int i = 1; i <= 2; i++) {
                ann.reads(ASKED).types("a guess").reads("That is not the password. Try again.");
            }
            ann.reads(ASKED).types("a guess").reads(REFUSED + "wrong name or password.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void whoDoesNotKnowThePasswordMayLeave() throws IOException {
        try (RunningMessenger messenger = whereAnnHasAPassword();
                Person ann = Person.atTerminal(messenger.address(), "-n", "ann")) {
            ann.reads(ASKED);
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void whereThereAreNoGuestsAPersonChoosesAPasswordTwice() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.admitting(Accounts.REGISTERED)) {
            try (Person ann = Person.atTerminal(messenger.address(), "--brief", "-n", "ann")) {
                ann.reads("This server has no guests. Choose a password, and the name is yours.");
                ann.reads("New password: (unseen)").types("a secret").reads("Once more: (unseen)");
                ann.types("a secrte").reads("The two were not the same. Try again.");
                ann.reads("New password: (unseen)").types("a secret").reads("Once more: (unseen)");
                ann.types("a secret").reads(connected(messenger));
                ann.types("3");
                assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            }
            try (Person ann = Person.atTerminal(messenger.address(), "--brief", "-n", "ann")) {
                ann.reads(ASKED).types("a secret").reads(connected(messenger));
            }
        }
    }

    @Test
    void whereTheOperatorMakesTheAccountsNoPasswordIsAskedFor() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.admitting(Accounts.CLOSED);
                Person ann = Person.atTerminal(messenger.address(), "-n", "ann")) {
            ann.reads(REFUSED + "this server has no such account, ask its operator for one.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void afterALossThePasswordIsSentAgainAndNotAskedFor() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Person ann =
                        Person.atTerminal((InetSocketAddress) server.getLocalSocketAddress(), "--brief", "-n", "ann")) {
            answerLogin(server, "presence", "{'response':401,'error':'it has a password'}");
            ann.reads(ASKED).types("a secret");
            answerLogin(server, "a secret", "{'response':200}");
            answerLogin(server, "a secret", "{'response':200}");
            List<String> shown = new ArrayList<>();
            while (shown.stream()
                            .filter(line -> line.startsWith("Connected to "))
                            .count()
                    < 2) {
                shown.add(ann.next());
            }
            assertThat(shown).doesNotContain(ASKED);
        }
    }

    private static void answerLogin(ServerSocket server, String expected, String answer) throws IOException {
        try (ScriptedPeer client = ScriptedPeer.accept(server)) {
            assertThat(new String(client.awaitFrame().toByteArray(), UTF_8)).contains(expected);
            client.send(answer);
        }
    }

    /** On most systems 0.0.0.0 leads to this computer, and nobody listens there at port 1. */
    @Test
    void whoCanBeReadByOthersIsWarned() throws IOException {
        InetSocketAddress elsewhere = new InetSocketAddress("0.0.0.0", 1);
        try (Person ann = Person.at(elsewhere, "-n", "ann", "--password-file", file("a secret"))) {
            ann.reads("Others on the way to 0.0.0.0:1 can read the password: it travels without TLS.");
            assertThat(ann.next()).startsWith("no server answers at 0.0.0.0:1 (");
        }
    }

    @Test
    void onlyWithoutTlsAndElsewhereOthersCanRead() {
        assertThat(route("192.0.2.1", Privacy.NONE).isReadableOnTheWay()).isTrue();
        assertThat(route("192.0.2.1", Privacy.byAuthorities()).isReadableOnTheWay())
                .isFalse();
        assertThat(route("localhost", Privacy.NONE).isReadableOnTheWay()).isFalse();
        assertThat(route("127.0.0.1", Privacy.NONE).isReadableOnTheWay()).isFalse();
    }

    private static Route route(String host, Privacy privacy) {
        return new Route(InetSocketAddress.createUnresolved(host, 7777), privacy);
    }

    @Test
    void nobodyReadsThePasswordInALog() {
        assertThat(new Identity("ann", "a secret")).hasToString("Identity[name=ann]");
    }
}
