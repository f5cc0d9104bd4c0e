package jim.bench.load;

import java.util.HashSet;
import java.util.Set;

/** Whether what one person hears of another is everything, once, and in order. For one thread. */
final class Judge {
    private final Faults faults;
    private final Set<Integer> missing = new HashSet<>();
    private int due;

    Judge(Faults faults) {
        this.faults = faults;
    }

    /** Message {@code number} has come; false when it had come before. */
    boolean heard(int number) {
        if (number == due) {
            due++;
            return true;
        }
        if (number > due) {
            skipTo(number);
            return true;
        }
        return isLate(number);
    }

    private void skipTo(int number) {
        for (; due < number; due++) {
            missing.add(due);
        }
        due++;
    }

    private boolean isLate(int number) {
        boolean wasMissing = missing.remove(number);
        if (wasMissing) {
            faults.late();
        } else {
            faults.twice();
        }
        return wasMissing;
    }

    /** Nothing more will come of {@code sent} messages. */
    void close(int sent) {
        faults.lose(missing.size() + sent - due);
    }
}
