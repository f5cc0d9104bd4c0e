package jim.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    private record Candidate(String word, int distance) {}

    /**
     * The candidate nearest to {@code word}, letter case aside; of two that are equally near, the first in the alphabet.
     * Empty when none is near: more than a third of the word's letters, and more than one, would have to change.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int most = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .map(candidate -> new Candidate(candidate, distance(lower(word), lower(candidate))))
                .filter(candidate -> candidate.distance <= most)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /**
     * The end of a sentence that says that there is no {@code word}: {@code , did you mean 'near'?}, or
     * {@code otherwise} when nothing is near.
     */
    public static String hint(String word, Collection<String> candidates, String otherwise) {
        return to(word, candidates)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse(otherwise);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
