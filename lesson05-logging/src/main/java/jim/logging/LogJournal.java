package jim.logging;

import jim.presence.Journal;
import org.apache.logging.log4j.Logger;

/** A journal that logs: service messages as {@code INFO}, caught exceptions as {@code WARN}. */
public final class LogJournal implements Journal {
    private final Logger log;

    public LogJournal(Logger log) {
        this.log = log;
    }

    @Override
    public void note(String what) {
        log.info(what);
    }

    @Override
    public void caught(String doing, Throwable why) {
        log.warn(doing, why);
    }
}
