package jim.bench.load;

/** What went wrong with messages under load. For one thread. */
final class Faults {
    private long lost;
    private long doubled;
    private long outOfOrder;
    private long astray;
    private long refused;
    private String firstRefusal = "";

    void lose(long count) {
        lost += count;
    }

    void twice() {
        doubled++;
    }

    void late() {
        outOfOrder++;
    }

    void astray() {
        astray++;
    }

    void refuse(String why) {
        refused++;
        if (firstRefusal.isEmpty()) {
            firstRefusal = why;
        }
    }

    boolean none() {
        return lost + doubled + outOfOrder + astray + refused == 0;
    }

    @Override
    public String toString() {
        return String.format(
                "%d lost, %d twice, %d out of order, %d astray, %d refused%s",
                lost, doubled, outOfOrder, astray, refused, firstRefusal.isEmpty() ? "" : ": " + firstRefusal);
    }
}
