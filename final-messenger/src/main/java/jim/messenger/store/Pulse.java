package jim.messenger.store;

/** Hears how a store fares that writes to a disk. Called by the thread that writes; must not block. */
public interface Pulse {
    /** For nobody. */
    Pulse UNHEARD = new Pulse() {
        @Override
        public void committed(long nanos) {}

        @Override
        public void failed() {}
    };

    /** What was asked for meanwhile is on the disk, after so long. */
    void committed(long nanos);

    /** It could not be kept. */
    void failed();
}
