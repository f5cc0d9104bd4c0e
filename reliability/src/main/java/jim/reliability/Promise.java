package jim.reliability;

/** Something that the messenger promises, and an attack that breaks it if it can. */
interface Promise {
    /** One word, for the command line. */
    String name();

    /** The promise, for a person. */
    String sentence();

    /** How many attacks are the short form; {@code --rounds} asks for another number. */
    int rounds();

    /** Attacks the promise, and says whether it was kept. Whatever it throws breaks the promise. */
    Verdict keep(Attack attack) throws Exception;
}
