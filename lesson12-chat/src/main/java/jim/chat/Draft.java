package jim.chat;

/**
 * What a person wants to say.
 *
 * @param to the name of a person, or of a room with its {@code #}
 * @param cid the sender's own mark: what is said twice with one mark is said once; null for none
 */
public record Draft(String to, String text, String cid) {
    /** Something without a mark. */
    public Draft(String to, String text) {
        this(to, text, null);
    }
}
