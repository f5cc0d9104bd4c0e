package jim.chat;

/** What leads from a mailbox to one person who is online. For any thread; nothing here blocks. */
public interface Mail {
    /** Where nothing is kept. */
    Mail NONE = new Mail() {
        @Override
        public void receive(long after) {}

        @Override
        public void more() {}

        @Override
        public boolean confirm(long seq) {
            return false;
        }
    };

    /**
     * Gives the person what lies in the mailbox, and from now on what comes.
     *
     * @param after the place in the mailbox behind which to begin, or {@link Person#FROM_WHERE_IT_STOPPED}
     */
    void receive(long after);

    /** There is room again at the person for more of what was kept. */
    void more();

    /** All that lies in the mailbox up to {@code seq} has arrived for good; false when the person cannot have so many. */
    boolean confirm(long seq);
}
