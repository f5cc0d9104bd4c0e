package jim.chat;

import java.util.List;

/**
 * A message on its way to those it is for.
 *
 * @param cid the sender's own mark of it; null for none
 * @param keys of the names of those it is for
 */
public record Posting(Message message, String cid, List<String> keys) {}
