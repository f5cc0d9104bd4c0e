package jim.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * How people speak to a server under load. Every message of one person has the same length, and so has every delivery, which
 * ends with the message's text.
 */
enum Speech {
    /** JIM: a message is delivered as it was sent. */
    JIM {
        @Override
        String hello(String name) {
            return "{\"action\":\"presence\",\"user\":{\"account_name\":\"" + name + "\"}}\n";
        }

        @Override
        String welcome() {
            return "\"response\":200";
        }

        @Override
        String before(String from, String to) {
            return "{\"action\":\"msg\",\"time\":1700000000,\"from\":\"" + from + "\",\"to\":\"" + to
                    + "\",\"message\":\"";
        }

        @Override
        String after() {
            return "\"}\n";
        }

        @Override
        String delivered(String from, String to) {
            return before(from, to);
        }
    },
    /** NATS, as nats-server speaks it. */
    NATS {
        @Override
        String hello(String name) {
            return "CONNECT {\"verbose\":false}\r\nSUB " + name + " 1\r\nPING\r\n";
        }

        @Override
        String welcome() {
            return "PONG\r\n";
        }

        @Override
        String ping() {
            return "PING\r\n";
        }

        @Override
        String pong() {
            return "PONG\r\n";
        }

        @Override
        String before(String from, String to) {
            return "PUB " + to + " " + TEXT_BYTES + "\r\n";
        }

        @Override
        String after() {
            return "\r\n";
        }

        @Override
        String delivered(String from, String to) {
            return "MSG " + to + " 1 " + TEXT_BYTES + "\r\n";
        }
    };

    /** The length of a text: that of most things that people say to each other, and a little more. */
    static final int TEXT_BYTES = 100;

    /** What a person says first. */
    abstract String hello(String name);

    /** What stands in the answer when it is heard. */
    abstract String welcome();

    /** What a server asks from time to time, to see whether a person is there; empty for nothing. */
    String ping() {
        return "";
    }

    /** The answer to that. */
    String pong() {
        return "";
    }

    /** What stands before the text of a message that is sent. */
    abstract String before(String from, String to);

    /** What stands behind the text, sent or delivered. */
    abstract String after();

    /** What stands before the text of a message that is delivered. */
    abstract String delivered(String from, String to);

    /** A message whose text is still to be written. */
    byte[] message(String from, String to) {
        return (before(from, to) + "x".repeat(TEXT_BYTES) + after()).getBytes(US_ASCII);
    }
}
