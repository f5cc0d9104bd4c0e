package jim.chat.line;

import java.util.List;

/** What one guest reads. Any thread; must not block, and must not call the chat. */
public interface Screen {
    /** Shows one line, which has no line end. It may hold whatever people have written, control characters too. */
    void show(Tone tone, String line);

    /**
     * Shows who is here.
     *
     * @param names in the order in which they came
     * @param line the same as a line, for a screen that has lines alone
     */
    default void people(List<String> names, String line) {
        show(Tone.INFO, line);
    }

    /** Runs {@code then} when all that was shown before is on its way for good; never, when it is lost. */
    default void whenShown(Runnable then) {
        then.run();
    }

    /** The answer to a line comes later: until {@link #release} the guest hears of no further one. Comes once at a time. */
    default void hold() {}

    /** That answer has been shown. */
    default void release() {}

    /** The guest has logged out. What was shown before is still to be read; what comes after it need not be. */
    void end();
}
