package jim.messenger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import jim.protocol.JimFault;
import jim.protocol.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of a password (protocol, section 3). */
@Timeout(60)
final class PasswordsTest {
    private static final String PARAMETERS = "$argon2id$v=19$m=19456,t=2,p=1$";
    private static final String WITH_LESS_MEMORY =
            "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Passwords passwords = new Passwords(1, 1);

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void aPasswordFitsItsOwnHashAndNoOther() throws Exception {
        String hash = done(passwords.hash("open sesame"));
        assertThat(done(passwords.matches("open sesame", hash))).isTrue();
        assertThat(done(passwords.matches("open sesame ", hash))).isFalse();
    }

    @Test
    void theHashSaysHowItWasMadeAndNotOfWhat() throws Exception {
        assertThat(done(passwords.hash("open sesame"))).startsWith(PARAMETERS).doesNotContain("sesame");
    }

    @Test
    void twoOfOnePasswordCannotBeToldToBeAlike() throws Exception {
        assertThat(done(passwords.hash("same"))).isNotEqualTo(done(passwords.hash("same")));
    }

    @Test
    void nobodysPasswordFitsNothing() throws Exception {
        assertThat(done(passwords.matches("", null))).isFalse();
    }

    /** The work is told by the memory that it takes, which does not depend on what else this computer does. */
    @Test
    void nobodysPasswordTakesAsMuchWorkAsSomebodys() throws Exception {
        String hash = done(passwords.hash("open sesame"));
        done(passwords.matches("guess", null)); // What is loaded with the first one takes memory too.

        long known = allocatedBy(hash);
        assertThat(known).isGreaterThan(19 << 20);
        assertThat((double) allocatedBy(null) / known).isBetween(0.99, 1.01);
    }

    private long allocatedBy(String hash) throws Exception {
        long before = allocated();
        done(passwords.matches("guess", hash));
        return allocated() - before;
    }

    /** By the only thread that makes hashes here. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("password-1"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
                .sum();
    }

    @Test
    void aPasswordIsTheSameByWhateverKeyboardItWasTyped() throws Exception {
        String hash = done(passwords.hash("caf\u00e9"));
        assertThat(done(passwords.matches("cafe\u0301", hash))).isTrue();
    }

    @Test
    void onlyAHashWithOtherParametersIsOutdated() throws Exception {
        assertThat(Passwords.isOutdated(done(passwords.hash("open sesame")))).isFalse();
        assertThat(Passwords.isOutdated(WITH_LESS_MEMORY)).isTrue();
        assertThat(done(passwords.matches("open sesame", WITH_LESS_MEMORY))).isFalse();
    }

    @Test
    void whenTooManyWaitTheNextIsRefusedAtOnce() throws Exception {
        List<CompletionStage<String>> taken = new ArrayList<>();
        assertThatThrownBy(() -> hashUntilRefused(taken)).isInstanceOfSatisfying(JimFault.class, fault -> {
            assertThat(fault.answer().code()).isEqualTo(Status.UNAVAILABLE.code());
            assertThat(fault.closes()).isFalse();
        });
        for (CompletionStage<String> hash : taken) {
            assertThat(done(hash)).startsWith(PARAMETERS);
        }
    }

    private void hashUntilRefused(List<CompletionStage<String>> taken) throws JimFault {
        while (taken.size() < 1_000) {
            taken.add(passwords.hash("open sesame"));
        }
    }

    @Test
    void afterTheCloseNothingIsBegun() {
        passwords.close();
        assertThatThrownBy(() -> passwords.hash("one")).isInstanceOf(JimFault.class);
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
