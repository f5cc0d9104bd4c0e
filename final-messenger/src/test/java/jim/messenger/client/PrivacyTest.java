package jim.messenger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import jim.cli.ExitCode;
import jim.engine.netty.Certificate;
import jim.engine.netty.SelfSigned;
import jim.messenger.server.RunningMessenger;
import jim.messenger.tls.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client speaks TLS with the right server, and with no other. */
@Timeout(60)
final class PrivacyTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private static Certificate ours;
    private static Certificate other;

    @BeforeAll
    static void makeCertificates() throws IOException {
        ours = SelfSigned.of(List.of("dns:localhost", "ip:127.0.0.1"));
        other = SelfSigned.of(List.of("dns:elsewhere.example"));
    }

    @Test
    void whoKnowsTheFingerprintChats() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.encrypted(other, 0);
                Person ann = Person.at(
                        messenger.address(), "-n", "ann", "--brief", "--tls-fingerprint", fingerprint(other))) {
            ann.reads("Connected to 127.0.0.1:" + messenger.address().getPort() + " as ann.");
            ann.types("@ann hello");
            assertThat(ann.nextMessage()).isEqualTo("ann: hello");
        }
    }

    @Test
    void aFingerprintMayBeTypedWithoutColonsAndInSmallLetters() throws IOException {
        String typed = fingerprint(ours).replace(":", "").toLowerCase(Locale.ROOT);
        try (RunningMessenger messenger = RunningMessenger.encrypted(ours, 0);
                Person ann = Person.at(messenger.address(), "-n", "ann", "--tls-fingerprint", typed)) {
            assertThat(ann.next()).startsWith("Connected to ");
        }
    }

    @Test
    void aServerWithAnotherFingerprintIsNotSpokenTo() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.encrypted(ours, 0);
                Person ann = Person.at(messenger.address(), "-n", "ann", "--tls-fingerprint", fingerprint(other))) {
            ann.reads(
                    "no private connection to 127.0.0.1:" + messenger.address().getPort()
                            + ": its certificate has another fingerprint: " + fingerprint(ours) + ".");
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
        }
    }

    @Test
    void whatIsNoFingerprintIsRefusedAtOnce() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--tls-fingerprint", "AB:CD")) {
            assertThat(ann.next())
                    .startsWith("a fingerprint has 64 digits of 0-9 and A-F")
                    .endsWith("not 'AB:CD'.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void aCertificateForWhichNobodyVouchesIsNotTrustedAndItsFingerprintIsShown() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.encrypted(ours, 0);
                Person ann = Person.at(messenger.address(), "-n", "ann", "--tls")) {
            assertThat(ann.next()).contains(": nobody whom this computer trusts vouches for its certificate");
            assertThat(ann.next()).endsWith("connect with: --tls-fingerprint " + fingerprint(ours));
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
        }
    }

    @Test
    void aCertificateThatThisComputerTrustsIsGoodForItsOwnNameAlone(@TempDir Path directory) throws Exception {
        System.setProperty(
                TRUST_STORE, trusting(directory.resolve("trusted.jks")).toString());
        try (RunningMessenger right = RunningMessenger.encrypted(ours, 0);
                RunningMessenger wrong = RunningMessenger.encrypted(other, 0);
                Person ann = Person.at(right.address(), "-n", "ann", "--tls");
                Person bob = Person.at(wrong.address(), "-n", "bob", "--tls")) {
            assertThat(ann.next()).startsWith("Connected to ");
            assertThat(bob.next()).contains(": its certificate is not good for the name by which you call it (");
            assertThat(bob.leaves()).isEqualTo(ExitCode.NO_SERVER);
        } finally {
            System.clearProperty(TRUST_STORE);
        }
    }

    /** A file of authorities, in the form whose certificates can be read without a password. */
    private static Path trusting(Path file) throws Exception {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("ours", ours.chain().get(0));
        trusted.setCertificateEntry("other", other.chain().get(0));
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, new char[0]);
        }
        return file;
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInPlainText() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger();
                Person ann = Person.at(messenger.address(), "-n", "ann", "--tls")) {
            assertThat(ann.next()).contains(": it does not speak TLS as we do (");
            ann.reads("Is it the right port? A server without TLS needs no --tls.");
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
        }
    }

    @Test
    void whoSpeaksPlainlyWithAServerOfTlsIsToldOfIt() throws IOException {
        try (RunningMessenger messenger = RunningMessenger.encrypted(ours, 0);
                Person ann = Person.at(messenger.address(), "-n", "ann")) {
            ann.next();
            assertThat(ann.next()).startsWith("Does it want TLS? Then add --tls");
            assertThat(ann.leaves()).isEqualTo(ExitCode.NO_SERVER);
        }
    }

    @Test
    void aServerThatComesBackWithAnotherCertificateIsNotSpokenTo() throws IOException {
        RunningMessenger before = RunningMessenger.encrypted(ours, 0);
        try (Person ann = Person.at(before.address(), "-n", "ann", "--brief", "--tls-fingerprint", fingerprint(ours))) {
            ann.next();
            before.close();
            assertThat(ann.next()).startsWith("The server is gone (");
            RunningMessenger after =
                    RunningMessenger.encrypted(other, before.address().getPort());
            assertThat(ann.next())
                    .startsWith("The server is back, but its certificate has another fingerprint: " + fingerprint(other)
                            + ". If ");
            after.close();
        }
    }

    private static String fingerprint(Certificate certificate) {
        return Fingerprint.of(certificate.chain().get(0)).text();
    }
}
