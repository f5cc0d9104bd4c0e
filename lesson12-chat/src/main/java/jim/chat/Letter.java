package jim.chat;

/**
 * A message as it lies in one person's mailbox.
 *
 * @param seq its place there: 1, 2, 3 and so on, without a gap
 * @param id what no other message has; the later message has the greater one
 */
public record Letter(long seq, long id, Message message) {}
