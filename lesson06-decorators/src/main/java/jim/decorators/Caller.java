package jim.decorators;

/** Who asks: the one argument that {@link LoginRequired} looks at. */
public interface Caller {
    /** Whether the caller has logged in, now. */
    boolean isLoggedIn();
}
