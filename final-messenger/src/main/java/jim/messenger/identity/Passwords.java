package jim.messenger.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * Makes of a password what may be kept, and tells whether a password fits it (protocol, section 3). Either takes a tenth of
 * a second and much memory, by intention, and so happens on a few threads of its own. For any thread; nothing blocks.
 */
public final class Passwords implements AutoCloseable {
    private static final int THREADS = 2;
    /** At a tenth of a second each, the last of those who wait does so for 5 s. */
    private static final int WAITING = 100;

    private static final long IDLE_SECONDS = 30;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor pool;

    /** Makes hashes on two threads, which are there only while they are needed. */
    public Passwords() {
        this(THREADS, WAITING);
    }

    Passwords(int threads, int waiting) {
        AtomicInteger count = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, "password-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** Loaded with the first password: most servers start without one. */
    private static final class Argon {
        /** What OWASP asks for: 19 MiB, twice, by one thread. */
        static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

        /** Fits no password that anybody could find, and is made with the parameters above. */
        static final String NOBODYS =
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        private Argon() {}
    }

    /**
     * What is to be kept of {@code password}: its hash, with the salt and the parameters.
     *
     * @throws JimFault at once, when too many wait already
     */
    public CompletionStage<String> hash(String password) throws JimFault {
        byte[] bytes = bytes(password);
        return later(() -> Argon.FUNCTION.hash(bytes, salt()).getResult());
    }

    /**
     * Whether {@code password} is the one of which {@code hash} was made. Takes as long as ever when there is no such hash,
     * so that nobody learns who has one.
     *
     * @param hash what {@link #hash} gave; null for nobody's
     * @throws JimFault as {@link #hash}
     */
    public CompletionStage<Boolean> matches(String password, String hash) throws JimFault {
        byte[] bytes = bytes(password);
        return later(() -> {
            String known = hash == null ? Argon.NOBODYS : hash;
            return Argon2Function.getInstanceFromHash(known).check(bytes, known.getBytes(UTF_8));
        });
    }

    /** Whether {@code hash} was made with other parameters than today's, so that the next login should replace it. */
    public static boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(Argon.FUNCTION);
    }

    /** The same for the same text, by whatever keyboard it was typed. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> CompletionStage<T> later(Supplier<T> work) throws JimFault {
        try {
            return CompletableFuture.supplyAsync(work, pool);
        } catch (RejectedExecutionException e) {
            throw JimFault.stay(Status.UNAVAILABLE, "too many people log in just now, try again in a few seconds");
        }
    }

    /** Begins nothing more. What has not begun is never answered. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
