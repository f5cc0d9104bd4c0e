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

    /**
     * The refusal of what {@code command} offers or asks for: this server has no options. Empty when it does neither: to
     * answer an answer would never end.
     */
    static Optional<Frame> refusal(Frame command) {
        byte option = command.byteAt(2);
        return switch (command.byteAt(1)) {
            case WILL -> Optional.of(aboutOption(DONT, option));
            case DO -> Optional.of(aboutOption(WONT, option));
            default -> Optional.empty();
        };
    }
}
