package jim.engine.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person names as a certificate and its key is used, or refused with a sentence that helps. */
final class CertificateTest {
    @TempDir
    private static Path directory;

    private static TestCertificate good;
    private static TestCertificate other;

    @BeforeAll
    static void makeTwo() throws Exception {
        good = TestCertificate.make(Files.createDirectory(directory.resolve("good")));
        other = TestCertificate.make(Files.createDirectory(directory.resolve("other")));
    }

    @Test
    void twoFilesAreACertificate() throws IOException {
        assertThat(Certificate.of(good.chain(), good.key())).isEqualTo(good.certificate());
    }

    @Test
    void oneFileMayHoldBothAndThoseThatVouchAndRemarks() throws IOException {
        String all = "a remark\n" + Files.readString(good.key()) + Files.readString(good.chain())
                + Files.readString(other.chain());
        Path file = file("all.pem", all);
        assertThat(Certificate.of(file, file))
                .isEqualTo(new Certificate(
                        List.of(
                                good.certificate().chain().get(0),
                                other.certificate().chain().get(0)),
                        good.certificate().key()));
    }

    @Test
    void theVersionsOfTlsAreTheTwoThatAreStillThoughtSafe() throws IOException {
        assertThat(good.certificate()
                        .context()
                        .newEngine(ByteBufAllocator.DEFAULT)
                        .getEnabledProtocols())
                .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertRefused(good.chain(), other.key(), "the key in ", " does not belong to the certificate in ");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path key = file("rsa.pem", block("PRIVATE KEY", Base64.getMimeEncoder().encodeToString(rsa)));
        assertRefused(good.chain(), key, "rsa.pem is damaged, or of another kind than the certificate's.");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused(directory.resolve("missing.pem"), good.key(), "there is no file ", "missing.pem.");
        assertRefused(good.chain(), directory.resolve("missing.pem"), "there is no file ", "missing.pem.");
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(directory, good.key(), "cannot read " + directory + " (");
    }

    @Test
    void filesThatAreSwappedAreRefused() {
        assertRefused(good.key(), good.chain(), "key.pem holds no certificate in PEM");
    }

    @Test
    void nonsenseIsRefused() throws IOException {
        Path nonsense = file("nonsense.pem", "nonsense");
        assertRefused(nonsense, good.key(), "nonsense.pem holds no certificate in PEM");
        assertRefused(good.chain(), nonsense, "nonsense.pem holds no private key in PEM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "A", "MIIB"})
    void aDamagedBlockIsRefused(String inside) throws IOException {
        Path chain = file("damaged.pem", block("CERTIFICATE", inside));
        Path key = file("damaged-key.pem", block("PRIVATE KEY", inside));
        assertRefused(chain, good.key(), "damaged.pem is damaged");
        assertRefused(good.chain(), key, "damaged-key.pem is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
    void aKeyThatHasAPasswordOrIsInAnOldFormIsRefusedWithACommand(String label) throws IOException {
        Path key = file("locked.pem", block(label, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA"));
        assertRefused(good.chain(), key, "locked.pem has a password or is in an old form", "openssl pkey -in ");
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String block(String label, String inside) {
        return "-----BEGIN " + label + "-----\n" + inside + "\n-----END " + label + "-----\n";
    }

    private static void assertRefused(Path chain, Path key, String... why) {
        assertThatIOException()
                .isThrownBy(() -> Certificate.of(chain, key))
                .satisfies(e -> assertThat(e.getMessage()).contains(why));
    }
}
