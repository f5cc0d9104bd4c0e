package jim.chat;

import java.time.Instant;
import jim.protocol.Names;

/**
 * What a person has said.
 *
 * @param from the name of that person
 * @param to the name of the person or the room (with its {@code #}) it is for, or {@link #EVERYONE}
 * @param at when it was said
 */
public record Message(String from, String to, String text, Instant at) {
    /** All who are online. No room can be called so. */
    public static final String EVERYONE = "#all";

    /** Whether it is for a room. */
    public boolean isToRoom() {
        return Names.isRoom(to);
    }
}
