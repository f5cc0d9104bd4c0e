package jim.chat.telnet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import jim.handlers.LineFraming;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;
import jim.protocol.Status;

/**
 * Cuts a stream into lines, and takes out of it what a client says in telnet. A frame is a line without its end, in UTF-8,
 * or a {@link TelnetCommand} about an option. A line that is too long or no UTF-8 is a fault that stays. From the moment at
 * which the client wants its lines edited here, a frame is what was typed at a time, with at most one line end, its last
 * byte.
 *
 * <pre>
 *          IAC            WILL WONT DO DONT           any byte: a frame
 *   TEXT ───────▶ COMMAND ─────────────────▶ OPTION ────────────────────▶ TEXT
 *                  │  │ SB            IAC                     SE
 *                  │  └─────▶ DETAILS ───────▶ DETAILS_COMMAND ─────────▶ TEXT
 *                  │              ▲   any other       │
 *                  │              └───────────────────┘
 *                  └ any other: nothing; IAC: the byte itself ──────────▶ TEXT
 * </pre>
 *
 * <p>Lines end with LF, CR LF, CR NUL or CR alone. An empty line asks for nothing, so it is enough that CR ends a line, LF
 * ends a line, and NUL is no part of any.
 */
final class TelnetFraming implements Framing {
    private enum State {
        TEXT,
        COMMAND,
        OPTION,
        DETAILS,
        DETAILS_COMMAND
    }

    private static final int MAX_LINE = 8_192;

    private final LineFraming lines = new LineFraming(MAX_LINE);
    /** A byte on its way to the lines. */
    private final ByteBuffer one = ByteBuffer.allocate(1);

    private State state = State.TEXT;
    private byte command;
    private boolean isEdited;

    @Override
    public Frame next(ByteBuffer in) throws JimFault {
        while (in.hasRemaining()) {
            Frame frame = isEdited && state == State.TEXT ? keys(in) : take(in.get());
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    @Override
    public boolean midFrame() {
        return lines.midFrame();
    }

    private Frame keys(ByteBuffer in) {
        byte[] keys = new byte[in.remaining()];
        int length = 0;
        while (in.hasRemaining() && state == State.TEXT && !endsLine(keys, length)) {
            byte b = in.get();
            if (b == TelnetCommand.IAC) {
                state = State.COMMAND;
            } else {
                keys[length++] = b;
            }
        }
        return length == 0 ? null : Frame.copyOf(keys, 0, length);
    }

    private static boolean endsLine(byte[] keys, int length) {
        return length > 0 && (keys[length - 1] == '\r' || keys[length - 1] == '\n');
    }

    private Frame take(byte b) throws JimFault {
        return switch (state) {
            case TEXT -> text(b);
            case COMMAND -> command(b);
            case OPTION -> option(b);
            case DETAILS, DETAILS_COMMAND -> details(b);
        };
    }

    private Frame text(byte b) throws JimFault {
        if (b == TelnetCommand.IAC) {
            state = State.COMMAND;
            return null;
        }
        return b == 0 ? null : line(b == '\r' ? (byte) '\n' : b);
    }

    private Frame command(byte b) throws JimFault {
        if (TelnetCommand.isAboutOption(b)) {
            command = b;
            state = State.OPTION;
            return null;
        }
        state = b == TelnetCommand.SB ? State.DETAILS : State.TEXT;
        return b == TelnetCommand.IAC ? line(b) : null;
    }

    private Frame option(byte b) {
        state = State.TEXT;
        Frame about = TelnetCommand.aboutOption(command, b);
        isEdited = about.equals(TelnetCommand.DO_ECHO) || (isEdited && !about.equals(TelnetCommand.DONT_ECHO));
        return about;
    }

    private Frame details(byte b) {
        if (state == State.DETAILS) {
            state = b == TelnetCommand.IAC ? State.DETAILS_COMMAND : State.DETAILS;
        } else {
            state = b == TelnetCommand.SE ? State.TEXT : State.DETAILS;
        }
        return null;
    }

    private Frame line(byte b) throws JimFault {
        Frame line = lines.next(one.clear().put(0, b));
        return line == null ? null : utf8(line);
    }

    static Frame utf8(Frame line) throws JimFault {
        try {
            UTF_8.newDecoder().decode(line.buffer());
            return line;
        } catch (CharacterCodingException e) {
            throw JimFault.stay(Status.BAD_REQUEST, "the line is not UTF-8");
        }
    }
}
