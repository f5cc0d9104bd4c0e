package jim.chat.telnet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Status;
import jim.protocol.VisibleText;

/**
 * A line while it is being typed, key by key, as a terminal sends it: Backspace takes back a character, Ctrl-W a word, Ctrl-U
 * all. Other keys that are no characters do nothing, however many bytes they have. For one thread at a time.
 *
 * <pre>
 *           ESC            [ or O                    @ to ~
 *   TEXT ─────────▶ ESCAPE ────────▶ SEQUENCE ─────────────────▶ TEXT
 *                     └ any other: nothing ────────────────────▶ TEXT
 * </pre>
 */
final class LineEditor {
    private enum State {
        TEXT,
        ESCAPE,
        SEQUENCE
    }

    private static final int MAX_BYTES = 8_192;
    private static final byte CTRL_U = 0x15;
    private static final byte CTRL_W = 0x17;
    private static final byte ESC = 0x1b;
    private static final byte DELETE = 0x7f;

    /** So much of the line is shown, its end: together with the prompt it fits into one row of the smallest terminal. */
    private static final int COLUMNS = 70;

    private State state = State.TEXT;
    private byte[] typed = new byte[256];
    private int length;
    private boolean isTooLong;

    /**
     * Takes one byte.
     *
     * @return the line that it ends; null when it ends none
     */
    Frame take(byte b) throws JimFault {
        switch (state) {
            case TEXT -> {
                return text(b);
            }
            case ESCAPE -> state = b == '[' || b == 'O' ? State.SEQUENCE : State.TEXT;
            case SEQUENCE -> state = b >= '@' && b <= '~' ? State.TEXT : State.SEQUENCE;
        }
        return null;
    }

    private Frame text(byte b) throws JimFault {
        switch (b) {
            case '\r', '\n' -> {
                return line();
            }
            case '\b', DELETE -> deleteCharacter();
            case CTRL_U -> clear();
            case CTRL_W -> deleteWord();
            case ESC -> state = State.ESCAPE;
            default -> keep(b);
        }
        return null;
    }

    private void keep(byte b) {
        boolean isControl = b >= 0 && b < ' ';
        if (isControl || isTooLong) {
            return;
        }
        isTooLong = length == MAX_BYTES;
        if (!isTooLong) {
            if (length == typed.length) {
                typed = Arrays.copyOf(typed, 2 * length);
            }
            typed[length++] = b;
        }
    }

    private Frame line() throws JimFault {
        boolean wasTooLong = isTooLong;
        Frame line = Frame.copyOf(typed, 0, length);
        clear();
        if (wasTooLong) {
            throw JimFault.stay(Status.BAD_REQUEST, "the line is longer than " + MAX_BYTES + " bytes");
        }
        return TelnetFraming.utf8(line);
    }

    private void clear() {
        length = 0;
        isTooLong = false;
    }

    /** All bytes of it: in UTF-8 those behind the first one begin with the bits 10. */
    private void deleteCharacter() {
        while (length > 0 && (typed[--length] & 0xC0) == 0x80) {
            // The character begins further to the left.
        }
    }

    private void deleteWord() {
        while (length > 0 && typed[length - 1] == ' ') {
            deleteCharacter();
        }
        while (length > 0 && typed[length - 1] != ' ') {
            deleteCharacter();
        }
    }

    /** What a terminal shows of the line: all of it, or as much of its end as there is room for. */
    String shown() {
        String text = VisibleText.of(new String(typed, 0, length, UTF_8));
        int from = text.length();
        int room = COLUMNS;
        while (from > 0 && (room -= columns(text.codePointBefore(from))) >= 0) {
            from = text.offsetByCodePoints(from, -1);
        }
        return from == 0 ? text : "…" + text.substring(from);
    }

    /** At most: who takes a letter for wider than it is, shows a little less of the line. */
    private static int columns(int character) {
        return character < 0x1100 ? 1 : 2;
    }
}
