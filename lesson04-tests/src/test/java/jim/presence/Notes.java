package jim.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;

/** A journal that a test can read: it waits for an event and never sleeps. */
final class Notes implements Journal {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void note(String what) {
        lines.add(what);
    }

    @Override
    public void caught(String doing, Throwable why) {
        lines.add(doing + ": " + why);
    }

    /** Waits for the next line that contains {@code text}. */
    String await(String text) throws InterruptedException {
        String line = next();
        while (!line.contains(text)) {
            line = next();
        }
        return line;
    }

    private String next() throws InterruptedException {
        String line = lines.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(line).as("a line in the journal").isNotNull();
        return line;
    }
}
