package dafu.text;

import java.util.Optional;

/** The word that was probably meant: the nearest one, if it is near. */
public final class Suggestion {
    private Suggestion() {}

    /** The candidate with the smallest edit distance, when at most a third of the longer word differs. */
    public static Optional<String> closest(String word, Iterable<String> candidates) {
        String best = "";
        int smallest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.length() > 80 ? word.substring(0, 80) : word, candidate);
            if (distance < smallest || distance == smallest && candidate.compareTo(best) < 0) {
                smallest = distance;
                best = candidate;
            }
        }
        int longer = Math.max(word.length(), best.length());
        return smallest * 3 <= longer + 2 && smallest < longer ? Optional.of(best) : Optional.empty();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
