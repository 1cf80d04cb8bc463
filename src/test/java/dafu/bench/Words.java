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

/** Chinese words, drawn as often as they occur in real text: the dictionary of jieba, with its counts. */
final class Words {
    private static final int KEPT = 60_000;

    private final String[] words;
    private final long[] upTo;

    private Words(List<Counted> counted) {
        words = new String[counted.size()];
        upTo = new long[counted.size()];
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += counted.get(i).count;
            words[i] = counted.get(i).word;
            upTo[i] = sum;
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

    /** A word, by its frequency. */
    String draw(Random random) {
        long at = (long) (random.nextDouble() * upTo[upTo.length - 1]);
        int index = Arrays.binarySearch(upTo, at);
        return words[index >= 0 ? Math.min(index + 1, words.length - 1) : -index - 1];
    }

    /** A word of at least two characters, rarer ones as likely as common ones: what names and matters are made of. */
    String drawContent(Random random) {
        while (true) {
            String word = words[500 + random.nextInt(words.length - 500)];
            if (word.length() >= 2) {
                return word;
            }
        }
    }
}
