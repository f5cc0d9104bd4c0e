package jim.messenger.client;

/** Where the person reads and types. Lines may be shown from any thread while one thread waits for input. */
interface Console extends AutoCloseable {
    /** Shows one line; characters that would not be seen are spelled out. */
    void show(String line);

    /** Shows what somebody wrote: when, who (and where), and the text. */
    void showMessage(String time, String from, String text);

    /** Waits for a line that the person types after {@code prompt}; null when there will be none any more. */
    String read(String prompt);

    /** As {@link #read}, but what is typed is not shown; null also where nobody sits who could type unseen. */
    String readHidden(String prompt);

    /** Whether a person sits there, who can be asked again. */
    boolean isInteractive();

    @Override
    void close();
}
