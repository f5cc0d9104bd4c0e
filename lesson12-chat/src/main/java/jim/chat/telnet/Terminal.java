package jim.chat.telnet;

import jim.chat.door.Look;
import jim.chat.line.Tone;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.VisibleText;

/**
 * What is at the other end: a pipe, which gets plain text; something that speaks telnet, which gets colours; or a terminal
 * that leaves the editing to us, which has below all else the line that is being typed. Guarded by itself.
 */
final class Terminal implements Look {
    /** Goes to the beginning of the row, and clears it (ECMA-48, "erase in line"). */
    private static final String CLEAR = "\r\u001b[K";

    private static final String PROMPT = "> ";

    private boolean coloured;
    /** Null when the other end edits its lines itself. */
    private LineEditor editor;

    /** It speaks telnet. */
    synchronized void beginColours() {
        coloured = true;
    }

    synchronized void beginEditing() {
        editor = new LineEditor();
    }

    synchronized void endEditing() {
        editor = null;
    }

    synchronized boolean isEdited() {
        return editor != null;
    }

    /**
     * Something has been typed, of which only the last byte may end a line.
     *
     * @return the line that was ended; null for none
     */
    synchronized Frame typed(Frame keys) throws JimFault {
        Frame line = null;
        for (int i = 0; i < keys.length(); i++) {
            line = editor.take(keys.byteAt(i));
        }
        return line;
    }

    /** The line that is being typed, in place of what was shown of it before. */
    synchronized Frame prompt() {
        return Frame.of(CLEAR + PROMPT + editor.shown());
    }

    @Override
    public synchronized Frame line(Tone tone, String line) {
        String visible = VisibleText.of(line);
        String text = coloured ? Colours.of(tone, visible) : visible;
        return Frame.of(isEdited() ? CLEAR + text + "\r\n" + PROMPT + editor.shown() : text + "\n");
    }
}
