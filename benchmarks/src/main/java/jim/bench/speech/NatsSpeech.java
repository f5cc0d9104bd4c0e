package jim.bench.speech;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** NATS: lines, and behind the line of a message as many bytes as it says. */
final class NatsSpeech implements Speech {
    private static final byte[] MESSAGE = "MSG ".getBytes(US_ASCII);
    private static final byte[] PING = "PING".getBytes(US_ASCII);
    private static final byte[] PONG = "PONG".getBytes(US_ASCII);
    private static final byte[] ERROR = "-ERR".getBytes(US_ASCII);
    private static final byte[] HERE = "PONG\r\n".getBytes(US_ASCII);

    @Override
    public byte[] hello(String name) {
        return ("CONNECT {\"verbose\":false,\"pedantic\":false,\"lang\":\"java\",\"version\":\"1\",\"protocol\":1,"
                        + "\"echo\":false}\r\nSUB " + name + " 1\r\nPING\r\n")
                .getBytes(US_ASCII);
    }

    @Override
    public byte[] join(String room) {
        return ("SUB " + room + " 2\r\nPING\r\n").getBytes(US_ASCII);
    }

    @Override
    public Draft draft(String from, String to, Text text) {
        return new Draft("PUB " + to + " " + Text.LENGTH + "\r\n", text, "\r\n");
    }

    @Override
    public boolean echoes() {
        return false;
    }

    @Override
    public int hear(byte[] bytes, int from, int to, Ear ear) {
        int begin = from;
        for (int end = Scan.find(bytes, begin, to, '\n'); end >= 0; end = Scan.find(bytes, begin, to, '\n')) {
            int next = end + 1;
            if (Scan.startsWith(bytes, begin, end, MESSAGE)) {
                next += length(bytes, end) + 2;
                if (next > to) {
                    return begin;
                }
                message(bytes, end + 1, next, ear);
            } else {
                line(bytes, begin, end, ear);
            }
            begin = next;
        }
        return begin;
    }

    /** The number at the end of the line, before its CR. */
    private static int length(byte[] bytes, int end) {
        int length = 0;
        int unit = 1;
        for (int i = end - 2; bytes[i] != ' '; i--) {
            length += (bytes[i] - '0') * unit;
            unit *= 10;
        }
        return length;
    }

    private static void message(byte[] bytes, int begin, int end, Ear ear) {
        if (Scan.text(bytes, begin, end) == begin) {
            ear.message(bytes, begin);
        } else {
            ear.refused(Scan.shown(bytes, begin, end));
        }
    }

    private static void line(byte[] bytes, int begin, int end, Ear ear) {
        if (Scan.startsWith(bytes, begin, end, PONG)) {
            ear.accepted();
        } else if (Scan.startsWith(bytes, begin, end, PING)) {
            ear.pinged(HERE);
        } else if (Scan.startsWith(bytes, begin, end, ERROR)) {
            ear.refused(Scan.shown(bytes, begin, end));
        }
    }
}
