package jim.messenger.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;
import jim.engine.netty.Certificate;
import jim.engine.netty.Encryption;
import jim.engine.netty.NettyEngine;
import jim.engine.netty.Web;
import org.apache.logging.log4j.Logger;

/**
 * Doors that open to TLS alone (protocol, section 1). Looks again and again whether there is a new certificate, and shows it
 * to those who come from then on; as long as the new one cannot be used, the old one stays.
 */
final class EncryptedEngines implements Engines {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** Where the certificate comes from. */
    interface Source {
        Certificate certificate() throws IOException;
    }

    private final Source source;
    private final Duration betweenLooks;
    private final Encryption encryption;
    private volatile Certificate shown;
    /** What is logged once, however often it is seen. For the timer alone. */
    private String problem = "";

    /** With the certificate that {@code source} has now. */
    EncryptedEngines(Source source) throws IOException {
        this(source, BETWEEN_LOOKS);
    }

    EncryptedEngines(Source source, Duration betweenLooks) throws IOException {
        this.source = source;
        this.betweenLooks = betweenLooks;
        this.shown = source.certificate();
        this.encryption = new Encryption(shown);
    }

    @Override
    public LoopEngine tcp(EngineOptions options) {
        return NettyEngine.tls(options, encryption);
    }

    @Override
    public LoopEngine web(EngineOptions options, Web web) {
        return NettyEngine.web(options, web, encryption);
    }

    @Override
    public Protection protection() {
        return Protection.by(shown);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the timer, and lets nothing escape.
    public void keepUp(ScheduledExecutorService timer, Logger log) {
        log(log);
        long pause = betweenLooks.toMillis();
        timer.scheduleWithFixedDelay(() -> look(log), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What is thrown here would end the looking for good. */
    private void look(Logger log) {
        try {
            show(source.certificate(), log);
            problem = "";
        } catch (IOException | RuntimeException e) {
            if (!problem.equals(e.getMessage())) {
                problem = String.valueOf(e.getMessage());
                log.warn("the certificate stays as it was: {}", problem);
            }
        }
    }

    private void show(Certificate certificate, Logger log) throws IOException {
        if (!certificate.equals(shown)) {
            encryption.show(certificate);
            shown = certificate;
            log(log);
        }
    }

    private void log(Logger log) {
        log.info("shows a certificate that ends {}", Protection.by(shown).certificate());
    }
}
