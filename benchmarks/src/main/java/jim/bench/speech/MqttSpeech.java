package jim.bench.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** MQTT 3.1.1, quality of service 0. Everything that is sent here is shorter than 128 bytes, but for messages. */
final class MqttSpeech implements Speech {
    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int SUBACK = 9;
    /** What a server says when it does not grant a subscription. */
    private static final byte FAILURE = (byte) 0x80;

    @Override
    public byte[] hello(String name) {
        // Level 4, a clean session, and no keep-alive: the server need not ask whether somebody is there.
        String connect = packet('\u0010', string("MQTT") + "\u0004\u0002\u0000\u0000" + string(name));
        return (connect + subscribe(name)).getBytes(ISO_8859_1);
    }

    @Override
    public byte[] join(String room) {
        return subscribe(topic(room)).getBytes(ISO_8859_1);
    }

    private static String subscribe(String topic) {
        return packet('\u0082', "\u0000\u0001" + string(topic) + "\u0000");
    }

    /** A topic with # in it would be a pattern. */
    private static String topic(String name) {
        return name.replace("#", "room/");
    }

    @Override
    public Draft draft(String from, String to, Text text) {
        String topic = string(topic(to));
        // The digit is the head of a message at most once.
        return new Draft("0" + length(topic.length() + Text.LENGTH) + topic, text, "");
    }

    @Override
    public boolean echoes() {
        return true;
    }

    private static String packet(char head, String body) {
        return head + length(body.length()) + body;
    }

    private static String length(int length) {
        return length < 128 ? "" + (char) length : "" + (char) ((length & 127) | 128) + (char) (length >> 7);
    }

    private static String string(String text) {
        return "\u0000" + (char) text.length() + text;
    }

    @Override
    public int hear(byte[] bytes, int from, int to, Ear ear) {
        int begin = from;
        while (to - begin >= 2) {
            int body = begin + 2;
            int length = bytes[begin + 1] & 127;
            for (int shift = 7; bytes[body - 1] < 0; shift += 7) {
                if (body == to) {
                    return begin;
                }
                length |= (bytes[body++] & 127) << shift;
            }
            if (to - body < length) {
                return begin;
            }
            packet(bytes, bytes[begin] >> 4 & 15, body, body + length, ear);
            begin = body + length;
        }
        return begin;
    }

    private static void packet(byte[] bytes, int type, int body, int end, Ear ear) {
        switch (type) {
            case PUBLISH -> message(bytes, body, end, ear);
            case SUBACK -> done(bytes[end - 1] != FAILURE, "the subscription", ear);
            case CONNACK -> {
                if (bytes[end - 1] != 0) {
                    ear.refused("the connection: " + bytes[end - 1]);
                }
            }
            default -> ear.refused("a packet of type " + type);
        }
    }

    private static void message(byte[] bytes, int body, int end, Ear ear) {
        int text = body + 2 + (((bytes[body] & 255) << 8) | (bytes[body + 1] & 255));
        if (Scan.text(bytes, text, end) == text) {
            ear.message(bytes, text);
        } else {
            ear.refused("a message that nobody here has sent");
        }
    }

    private static void done(boolean well, String what, Ear ear) {
        if (well) {
            ear.accepted();
        } else {
            ear.refused(what);
        }
    }
}
