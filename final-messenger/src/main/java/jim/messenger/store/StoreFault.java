package jim.messenger.store;

/** Why a store cannot be opened, or not be copied. Its text is for the operator, and says what to do. */
public final class StoreFault extends Exception {
    private static final long serialVersionUID = 1L;

    StoreFault(String text) {
        super(text);
    }

    StoreFault(String text, Throwable why) {
        super(text, why);
    }
}
