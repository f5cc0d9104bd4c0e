package jim.exercises;

/** A number of seconds in days, hours, minutes and seconds. */
public final class Intervals {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Intervals() {}

    /**
     * {@code seconds} in words, from the largest unit that is not zero down to the seconds: {@code 1 h 0 min 5 s}.
     *
     * @throws IllegalArgumentException when {@code seconds} is below zero
     */
    public static String inWords(long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("an interval cannot be below zero: " + seconds);
        }
        StringBuilder words = new StringBuilder();
        if (seconds >= DAY) {
            words.append(seconds / DAY).append(" d ");
        }
        if (seconds >= HOUR) {
            words.append(seconds % DAY / HOUR).append(" h ");
        }
        if (seconds >= MINUTE) {
            words.append(seconds % HOUR / MINUTE).append(" min ");
        }
        return words.append(seconds % MINUTE).append(" s").toString();
    }
}
