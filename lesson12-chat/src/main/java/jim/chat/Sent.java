package jim.chat;

/**
 * What has become of a message.
 *
 * @param message as it was taken, with its sender, its time and the right spelling of whom it is for
 * @param id what no other message has; 0 where nothing is kept
 * @param reached how many people who are online have got it
 * @param waiting for how many others it is kept
 * @param missed for how many members of a room it is not kept: their mailboxes are full
 * @param repeated whether it had been said before with the same mark, and was not delivered again
 */
public record Sent(Message message, long id, int reached, int waiting, int missed, boolean repeated) {}
