package jim.bench.load;

/** Decides who sends, and when. For the thread of the {@link Crowd}. */
interface Pace {
    /** Lets those write whose turn it is. */
    void write(long now);

    /** A copy of one of the sender's messages has arrived. */
    void arrived(Talker sender);

    /** Whether nothing is to be written before something arrives. */
    boolean mayWait();
}
