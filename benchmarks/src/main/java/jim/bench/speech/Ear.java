package jim.bench.speech;

/** Hears what a server says to one person. */
public interface Ear {
    /** What the person asked for last, to come in or to join a room, is done. */
    void accepted();

    /** The server does not want something. */
    void refused(String why);

    /** The server wants to know whether the person is there, and this is the answer. */
    void pinged(byte[] answer);

    /** A message has come; its {@link Text} stands at {@code at}. */
    void message(byte[] bytes, int at);
}
