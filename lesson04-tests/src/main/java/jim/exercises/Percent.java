package jim.exercises;

/** The Russian word for "per cent", which changes with the number in front of it. */
public final class Percent {
    private Percent() {}

    /** {@code number} and the form of the word that goes with it: 1 процент, 2 процента, 5 процентов, 11 процентов. */
    public static String of(long number) {
        return number + " " + form(Math.abs(number % 100));
    }

    private static String form(long lastTwoDigits) {
        if (lastTwoDigits >= 11 && lastTwoDigits <= 14) {
            return "процентов";
        }
        return switch ((int) lastTwoDigits % 10) {
            case 1 -> "процент";
            case 2, 3, 4 -> "процента";
            default -> "процентов";
        };
    }
}
