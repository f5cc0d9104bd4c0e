package jim.bench.speech;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** JIM: every object that a server of ours writes ends with a line feed. */
final class JimSpeech implements Speech {
    private static final byte[] ANSWER = "{\"response\":".getBytes(US_ASCII);
    private static final byte[] PROBE = "{\"action\":\"probe\"".getBytes(US_ASCII);
    private static final byte[] HERE = "{\"action\":\"presence\"}\n".getBytes(US_ASCII);

    @Override
    public byte[] hello(String name) {
        return ("{\"action\":\"presence\",\"time\":1700000000,\"type\":\"status\",\"user\":{\"account_name\":\"" + name
                        + "\",\"status\":\"here\"},\"ext\":[\"id\"]}\n")
                .getBytes(US_ASCII);
    }

    @Override
    public byte[] join(String room) {
        return ("{\"action\":\"join\",\"time\":1700000000,\"room\":\"" + room + "\"}\n").getBytes(US_ASCII);
    }

    @Override
    public Draft draft(String from, String to, Text text) {
        return new Draft(
                "{\"action\":\"msg\",\"time\":1700000000,\"from\":\"" + from + "\",\"to\":\"" + to
                        + "\",\"message\":\"",
                text,
                "\"}\n");
    }

    @Override
    public boolean echoes() {
        return false;
    }

    @Override
    public int hear(byte[] bytes, int from, int to, Ear ear) {
        int begin = from;
        for (int end = Scan.find(bytes, begin, to, '\n'); end >= 0; end = Scan.find(bytes, begin, to, '\n')) {
            object(bytes, begin, end, ear);
            begin = end + 1;
        }
        return begin;
    }

    private static void object(byte[] bytes, int begin, int end, Ear ear) {
        if (Scan.startsWith(bytes, begin, end, ANSWER)) {
            answer(bytes, begin, end, ear);
            return;
        }
        int text = Scan.text(bytes, begin, end);
        if (text >= 0) {
            ear.message(bytes, text);
        } else if (Scan.startsWith(bytes, begin, end, PROBE)) {
            ear.pinged(HERE);
        } else {
            ear.refused(Scan.shown(bytes, begin, end));
        }
    }

    private static void answer(byte[] bytes, int begin, int end, Ear ear) {
        if (bytes[begin + ANSWER.length] == '2') {
            ear.accepted();
        } else {
            ear.refused(Scan.shown(bytes, begin, end));
        }
    }
}
