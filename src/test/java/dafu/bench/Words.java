package dafu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Chinese words, drawn as often as they occur in real text: the dictionary of jieba, with its counts. A word is known by
 * its rank, the commonest first.
 */
final class Words {
    private static final int KEPT = 60_000;
    /** Ranks before this one are mostly function words. */
    private static final int FIRST_CONTENT_WORD = 300;

    private final String[] words;
    private final long[] upTo;
    private final int[][] followers;

    private Words(List<Counted> counted) {
        words = new String[counted.size()];
        upTo = new long[counted.size()];
        followers = new int[counted.size()][];
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += counted.get(i).count;
            words[i] = counted.get(i).word;
            upTo[i] = sum;
        }
        Random random = new Random(1);
        for (int i = 0; i < words.length; i++) {
            // In real text few words follow a rare word, and many a common one.
            followers[i] = new int[(int) Math.max(3, 200 / Math.sqrt(i + 1))];
            for (int j = 0; j < followers[i].length; j++) {
                followers[i][j] = draw(random);
            }
        }
    }

    private record Counted(String word, long count) {}

    /** The commonest words that are written in Han characters alone. */
    static Words load() throws IOException {
        List<Counted> all = new ArrayList<>();
        try (InputStream in = Words.class.getResourceAsStream("/dict.txt")) {
            if (in == null) {
                throw new IOException("no word list: run with -Pbench");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length >= 2 && parts[0].matches("[\\u4e00-\\u9fa5]+")) {
                    all.add(new Counted(parts[0], Long.parseLong(parts[1])));
                }
            }
        }
        all.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::word));
        return new Words(all.subList(0, Math.min(KEPT, all.size())));
    }

    String word(int rank) {
        return words[rank];
    }

    /** A word, by its frequency. */
    int draw(Random random) {
        long at = (long) (random.nextDouble() * upTo[upTo.length - 1]);
        int index = Arrays.binarySearch(upTo, at);
        return index >= 0 ? Math.min(index + 1, words.length - 1) : -index - 1;
    }

    /** A word that may stand behind another, some of them rather than others. */
    int drawAfter(int rank, Random random) {
        double skewed = random.nextDouble();
        return followers[rank][(int) (followers[rank].length * skewed * skewed)];
    }

    /** A word of two or more characters that says what a text is about, by its frequency. */
    int drawContent(Random random) {
        while (true) {
            int rank = draw(random);
            if (rank >= FIRST_CONTENT_WORD && words[rank].length() >= 2) {
                return rank;
            }
        }
    }
}
