package jim.chat;

/** Why the chat did not do what it was asked for. Its text is for the person who has asked. */
public final class ChatFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of reason it is. */
    public enum Kind {
        /** Nobody may be called so. */
        BAD_NAME,
        /** Somebody else is called so now. */
        NAME_IN_USE,
        /** Nobody of that name is online. */
        NOBODY,
        /** The way to that person is broken, and the message is lost. */
        UNREACHABLE,
        /** There is no such room. */
        NO_ROOM,
        /** That room is for its members. */
        NOT_A_MEMBER,
        /** Whoever asks is in as many rooms as one may be. */
        TOO_MANY_ROOMS,
        /** The mailbox of that person is full, and the message is not kept. */
        MAILBOX_FULL,
        /** The same mark has been used for another message. */
        MARK_IN_USE,
        /** Nothing can be kept now, and nothing was done. */
        NOT_KEPT,
        /** The name has a password, or needs one here. */
        PROTECTED,
        /** The text is longer than this chat takes. */
        TOO_LONG,
        /** Whoever asks is no longer logged in. */
        LOGGED_OUT
    }

    private final Kind kind;

    /** Without a stack trace, as it is expected and becomes an answer. */
    public ChatFault(Kind kind, String text) {
        super(text, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
