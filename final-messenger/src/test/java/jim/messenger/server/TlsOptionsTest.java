package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.engine.netty.TestCertificate;
import jim.messenger.tls.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol, section 8: what the command line may say of TLS. */
final class TlsOptionsTest {
    @TempDir
    private static Path directory;

    private static TestCertificate good;

    @BeforeAll
    static void makeCertificate() throws Exception {
        good = TestCertificate.make(directory);
    }

    @Test
    void withoutAWordOfItNothingIsEncrypted() throws Stop {
        assertThat(engines()).isSameAs(Engines.PLAIN);
        assertThat(engines().protection().mind()).contains("not encrypted");
    }

    @Test
    void twoFilesEncryptEveryDoor() throws Stop {
        Fingerprint fingerprint = Fingerprint.of(good.certificate().chain().get(0));
        Protection protection = engines(
                        "--tls-cert",
                        good.chain().toString(),
                        "--tls-key",
                        good.key().toString())
                .protection();
        assertThat(protection.clientOption()).isEqualTo(" --tls-fingerprint " + fingerprint);
        assertThat(protection.web()).isEqualTo("https://");
    }

    @Test
    void aCertificateOfItsOwnIsAnotherEachTime() throws Stop {
        assertThat(engines("--tls-self-signed").protection())
                .isNotEqualTo(engines("--tls-self-signed").protection());
    }

    @Test
    void aCertificateOfItsOwnIsForThisComputer() throws Exception {
        X509Certificate made = TlsOptions.selfSigned().chain().get(0);
        List<Object> names = made.getSubjectAlternativeNames().stream()
                .map(Collection::toArray)
                .map(kindAndName -> kindAndName[1])
                .toList();
        assertThat(names).contains("localhost", "127.0.0.1");
    }

    @Test
    void oneFileNeedsTheOther() {
        assertRefused("--tls-cert needs --tls-key FILE beside it.", "--tls-cert", "chain.pem");
        assertRefused("--tls-key needs --tls-cert FILE beside it.", "--tls-key", "key.pem");
    }

    @Test
    void filesAndACertificateOfItsOwnAreTooMuch() {
        assertRefused(
                "--tls-self-signed makes a certificate: leave it out, or --tls-cert and --tls-key.",
                "--tls-self-signed",
                "--tls-cert",
                "chain.pem");
    }

    @Test
    void aFileThatCannotBeUsedStopsTheStart() {
        Path missing = directory.resolve("missing.pem");
        assertRefused(
                "there is no file " + missing + ".",
                "--tls-cert",
                missing.toString(),
                "--tls-key",
                good.key().toString());
    }

    private static Engines engines(String... line) throws Stop {
        return TlsOptions.engines(ServerMain.USAGE.parse(line));
    }

    private static void assertRefused(String sentence, String... line) {
        Stop stop = catchThrowableOfType(Stop.class, () -> engines(line));
        assertThat(stop).hasMessage(sentence);
        assertThat(stop.code()).isEqualTo(ExitCode.USAGE);
    }
}
