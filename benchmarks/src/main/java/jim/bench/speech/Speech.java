package jim.bench.speech;

/** A protocol, as far as people need it who log in, join a room, and write to each other. Without state: any thread. */
public interface Speech {
    /** JIM, with the extension that a client of ours asks for. */
    Speech JIM = new JimSpeech();

    /** NATS, as nats-server speaks it: a person and a room are subjects. */
    Speech NATS = new NatsSpeech();

    /** MQTT 3.1.1, at most once: a person and a room are topics. */
    Speech MQTT = new MqttSpeech();

    /** What a person says first; it is {@link Ear#accepted accepted}. */
    byte[] hello(String name);

    /** What a person says to hear a room; it is {@link Ear#accepted accepted}. */
    byte[] join(String room);

    /** A message to a person or a room. */
    Draft draft(String from, String to, Text text);

    /** Whether what is said in a room comes back to whoever said it. */
    boolean echoes();

    /**
     * Tells {@code ear} what the server says.
     *
     * @return where the first object begins of which not all has come
     */
    int hear(byte[] bytes, int from, int to, Ear ear);
}
