package jim.chat.telnet;

import java.util.Optional;
import jim.protocol.Frame;

/**
 * What a telnet client says to the server itself, between the bytes of lines (RFC 854): for the most part, which options it
 * offers ({@code WILL}) and asks for ({@code DO}).
 */
final class TelnetCommand {
    /** "Interpret as command". No UTF-8 text has this byte. */
    static final byte IAC = (byte) 255;

    static final byte DONT = (byte) 254;
    static final byte DO = (byte) 253;
    static final byte WONT = (byte) 252;
    static final byte WILL = (byte) 251;
    /** Begins the details of an option, which {@link #SE} ends. */
    static final byte SB = (byte) 250;

    static final byte SE = (byte) 240;

    private static final byte ECHO = 1;
    /** "Suppress go ahead": with {@link #ECHO}, a client sends each key at once, and shows none by itself. */
    private static final byte SUPPRESS_GO_AHEAD = 3;

    static final Frame WILL_ECHO = aboutOption(WILL, ECHO);
    static final Frame WONT_ECHO = aboutOption(WONT, ECHO);
    static final Frame DO_ECHO = aboutOption(DO, ECHO);
    static final Frame DONT_ECHO = aboutOption(DONT, ECHO);
    static final Frame WILL_SUPPRESS_GO_AHEAD = aboutOption(WILL, SUPPRESS_GO_AHEAD);
    private static final Frame DO_SUPPRESS_GO_AHEAD = aboutOption(DO, SUPPRESS_GO_AHEAD);

    private TelnetCommand() {}

    /** Whether {@code command} is about an option, which it names in one byte more. */
    static boolean isAboutOption(byte command) {
        return command == DONT || command == DO || command == WONT || command == WILL;
    }

    static Frame aboutOption(byte command, byte option) {
        return Frame.copyOf(new byte[] {IAC, command, option}, 0, 3);
    }

    static boolean is(Frame frame) {
        return frame.length() > 0 && frame.byteAt(0) == IAC;
    }

    /** Whether it offers or asks for something. */
    static boolean isOffer(Frame command) {
        return command.byteAt(1) == WILL || command.byteAt(1) == DO;
    }

    /**
     * The refusal of what {@code command} offers or asks for: this server has no options but to edit lines. Empty when there
     * is nothing to refuse: to answer an answer would never end.
     */
    static Optional<Frame> refusal(Frame command) {
        if (command.equals(DO_SUPPRESS_GO_AHEAD)) {
            return Optional.empty();
        }
        byte option = command.byteAt(2);
        return switch (command.byteAt(1)) {
            case WILL -> Optional.of(aboutOption(DONT, option));
            case DO -> Optional.of(aboutOption(WONT, option));
            default -> Optional.empty();
        };
    }
}
