package jim.messenger.store;

import java.io.IOException;
import java.sql.SQLException;
import jim.chat.ChatFault;

/**
 * After a group that could not be kept, lets no other be written before the disk has taken a file that is larger than most.
 * A small group might still fit where a large one did not, and some would be refused and others not, by their size alone. For
 * the writer's thread alone.
 */
final class SpareRoom implements Change.Standing {
    private final StoreFolder folder;
    private boolean isDoubtful;

    SpareRoom(StoreFolder folder) {
        this.folder = folder;
    }

    /** Whoever asks next finds out. */
    @Override
    public boolean isDue() {
        return false;
    }

    @Override
    public void make() throws SQLException {
        if (isDoubtful) {
            try {
                folder.tryToWrite();
            } catch (IOException e) {
                throw new SQLException("there is still no room on the disk", e);
            }
        }
    }

    @Override
    public void kept() {
        isDoubtful = false;
    }

    @Override
    public void refused(ChatFault why) {
        isDoubtful = true;
    }
}
