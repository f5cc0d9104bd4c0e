package jim.chat;

/**
 * Hears what has become of something that was asked for: one of the two, once, perhaps before the asking has returned. On
 * any thread; must not block, and must not call the chat.
 */
public interface Reply<T> {
    /** It is done, and kept wherever the chat keeps anything. */
    void done(T what);

    /** It is not done. */
    void refused(ChatFault why);

    /** For what nobody waits for. */
    static <T> Reply<T> unheard() {
        return new Reply<>() {
            @Override
            public void done(T what) {}

            @Override
            public void refused(ChatFault why) {}
        };
    }
}
