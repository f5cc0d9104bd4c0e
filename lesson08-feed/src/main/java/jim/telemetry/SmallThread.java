package jim.telemetry;

/** A thread for one peer. There may be thousands, none calls deeply, and none keeps the program alive. */
final class SmallThread {
    private static final int STACK_BYTES = 256 * 1_024;

    private SmallThread() {}

    static void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }
}
