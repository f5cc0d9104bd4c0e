package jim.chat.telnet;

import jim.chat.line.Tone;

/** How a terminal colours a line (ECMA-48, "select graphic rendition"). */
final class Colours {
    private static final String OFF = "\u001b[0m";

    private Colours() {}

    static String of(Tone tone, String line) {
        return switch (tone) {
            case SYSTEM -> "\u001b[32m" + line + OFF;
            case INFO -> "\u001b[36m" + line + OFF;
            case ERROR -> "\u001b[31m" + line + OFF;
            case PRIVATE -> "\u001b[35m" + line + OFF;
            case MESSAGE -> line;
        };
    }
}
