package jim.chat;

/** Who comes and goes. */
public sealed interface ChatEvent {
    /** Whose coming or going it is. */
    String name();

    /** Somebody has logged in. */
    record Arrived(String name) implements ChatEvent {}

    /** Somebody has logged out, or was lost. */
    record Left(String name) implements ChatEvent {}
}
