package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jim.cli.ExitCode;
import jim.messenger.server.RunningMessenger;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import jim.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Protocol, section 6: servers of the course, which speak in words of their own, and answer logins alone. */
@Timeout(30)
class CourseServerTest {
    private static final String OK = "{'response':200}";
    private static final String REFUSED = "{'response':400,'error':'Bad request'}";
    private static final String SENT = "-> bob: sent; this server does not say what becomes of it";

    private static Frame expect(ScriptedPeer client, String... parts) throws IOException {
        Frame frame = client.awaitFrame();
        assertThat(new String(frame.toByteArray(), UTF_8)).contains(parts);
        return frame;
    }

    private static void welcome(ScriptedPeer client, String answer) throws IOException {
        expect(client, "\"action\":\"presence\"", "\"account_name\":\"ann\"");
        client.send(answer);
    }

    private static void expectExit(ScriptedPeer client) throws IOException {
        expect(client, "\"action\":\"exit\"", "\"account_name\":\"ann\"");
    }

    private static Person ann(ScriptedServer server, String... options) throws IOException {
        String[] line = Stream.concat(Stream.of("--brief", "-n", "ann"), Stream.of(options))
                .toArray(String[]::new);
        return Person.at(server.address(), line)
                .reads("Connected to 127.0.0.1:" + server.address().getPort() + " as ann.");
    }

    @Test
    void whatIsRefusedInJimIsSaidOnceMoreInTheCoursesWords() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, OK);
                    expect(client, "\"action\":\"msg\"", "\"message\":\"hi\"");
                    client.send(REFUSED);
                    expect(
                            client,
                            "\"action\":\"message\"",
                            "\"from\":\"ann\"",
                            "\"sender\":\"ann\"",
                            "\"destination\":\"bob\"",
                            "\"mess_text\":\"hi\"");
                    expect(client, "\"action\":\"message\"", "\"mess_text\":\"again\"");
                    expectExit(client);
                });
                Person ann = ann(server)) {
            ann.types("@bob hi").reads(SENT);
            ann.types("@bob again").reads(SENT);
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            assertThat(ann.rest()).isEmpty();
        }
    }

    @Test
    void whatTheServerWritesIsShownAndAnsweredInItsOwnWords() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, OK);
                    client.send(
                            "{'action':'m','time':'Sat Nov 21 2026','from':'bob','to_user':'ann','msg_txt':'hello'}");
                    Frame frame = expect(client, "\"action\":\"m\"", "\"to_user\":\"bob\"", "\"msg_txt\":\"hi\"");
                    assertThat(new String(frame.toByteArray(), UTF_8)).doesNotContain("mess_text");
                    expectExit(client);
                });
                Person ann = ann(server)) {
            assertThat(ann.nextMessage()).isEqualTo("bob: hello");
            ann.types("@bob hi").reads(SENT);
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aServerThatIsKnownToBeOfTheCourseHearsNothingElse() throws IOException {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    Frame login = expect(client, "\"action\":\"presence\"");
                    assertThat(new String(login.toByteArray(), UTF_8)).doesNotContain("ext");
                    client.send(OK);
                    expect(client, "\"action\":\"message\"", "\"mess_text\":\"hi\"");
                    shown.orTimeout(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join();
                    client.send(REFUSED).send("{'action':'what is that'}");
                    client.send("{'action':'message','sender':'bob','mess_text':'is it you?'}");
                    expectExit(client);
                });
                Person ann = ann(server, "--dialect", "course")) {
            ann.types("@bob hi").reads(SENT);
            shown.complete(null);
            ann.reads("The server refuses something: Bad request.");
            assertThat(ann.nextMessage()).isEqualTo("bob: is it you?");
            ann.types("join #team", "who")
                    .reads(
                            "not joined: this server speaks the course's dialect, which has no word for that.",
                            "cannot say who is there: this server speaks the course's dialect, which has no word for that.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aServerThatSpeaksJimIsNeverTakenForOne() throws IOException {
        for (String option : Set.of("auto", "jim")) {
            String answer = option.equals("jim") ? OK : "{'response':200,'limits':{'message':500}}";
            try (ScriptedServer server = ScriptedServer.playing(client -> {
                        welcome(client, answer);
                        expect(client, "\"action\":\"msg\"");
                        client.send(REFUSED);
                        expect(client, "\"action\":\"quit\"");
                        client.send(OK).awaitEnd();
                    });
                    Person ann = ann(server, "--dialect", option)) {
                ann.types("@bob hi").reads("not sent to bob: Bad request.");
                assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            }
        }
    }

    @Test
    void whatMayHaveBeenTakenIsNotSaidTwice() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, OK);
                    expect(client, "\"action\":\"msg\"");
                    expect(client, "\"action\":\"who\"");
                    client.send(REFUSED);
                    expect(client, "\"action\":\"quit\"");
                });
                Person ann = ann(server)) {
            ann.types("@bob hi", "who").reads("not sent to bob: Bad request.");
            ann.leaves();
        }
    }

    @Test
    void aLongTextComesInParts() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    welcome(client, OK);
                    assertThat(expect(client, "\"mess_text\":\"aaaa").length()).isLessThanOrEqualTo(1_000);
                    assertThat(expect(client, "\"mess_text\":\"aaaa").length()).isLessThanOrEqualTo(1_000);
                    expectExit(client);
                });
                Person ann = ann(server, "--dialect", "course")) {
            ann.types("@bob " + "a".repeat(1_200)).reads(SENT);
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void ourServerTakesAClientThatSpeaksSoForOneOfTheCourse() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "--brief", "-n", "ann", "--dialect", "course");
                Person bob = Person.named("bob", messenger.address())) {
            ann.next();
            ann.types("@bob hi").reads(SENT);
            assertThat(bob.nextMessage()).isEqualTo("ann: hi");
            bob.types("@ann hello").reads("-> ann: delivered");
            assertThat(ann.nextMessage()).isEqualTo("bob: hello");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void itSaysItselfThatItKnowsNoPasswords(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        try (ScriptedServer server = ScriptedServer.playing(client -> {
                    expect(client, "\"action\":\"authenticate\"");
                    client.send(REFUSED).awaitEnd();
                });
                Person ann = Person.at(
                        server.address(), "-n", "ann", "--dialect", "course", "--password-file", password.toString())) {
            assertThat(ann.ends()).isEqualTo(ExitCode.REFUSED);
            assertThat(ann.next()).isEqualTo("the server refuses the name 'ann': Bad request.");
        }
    }

    @Test
    void anUnknownDialectIsAnErrorOfTheCommandLine() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--dialect", "latin")) {
            assertThat(ann.ends()).isEqualTo(ExitCode.USAGE);
            assertThat(ann.next()).startsWith("--dialect must be");
        }
    }
}
