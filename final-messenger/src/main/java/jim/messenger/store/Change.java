package jim.messenger.store;

import java.sql.SQLException;
import jim.chat.ChatFault;

/**
 * One of those that are written in one transaction. First {@link #make}, and after the commit {@link #kept}; when the
 * transaction fails, {@link #takeBack} and then {@link #refused}. For the writer's thread alone.
 */
interface Change {
    /** Writes it. What it changes in memory, others may see only from {@link #kept} on. */
    void make() throws SQLException;

    /** It is on the disk. */
    void kept();

    /** What it changed in memory is as it was before; what was changed after it is so already. */
    default void takeBack() {}

    /** It is not kept. */
    default void refused(ChatFault why) {}

    /** One of those that nobody asks for, and the writer looks after. */
    interface Standing extends Change {
        /** Whether it is worth a transaction. */
        boolean isDue();

        /** The writer ends: what has waited for its time is due. */
        default void ends() {}
    }
}
