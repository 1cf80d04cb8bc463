package dafu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text as public bodies write it: most clauses are stock, a few of them far commoner than the rest; in the others the
 * words of the matter come again and again. {@link Realism} says how near it comes.
 */
final class Prose {
    private static final int STOCK = 20_000;
    /** The commonest clauses are about equally common; the frequency of the others falls with their rank. */
    private static final double HEAD = 12;

    private static final double STOCK_SHARE = 0.8;
    private static final double OWN_SHARE = 0.5;

    private final Words words;
    private final List<List<String>> stock = new ArrayList<>();

    Prose(Words words) {
        this.words = words;
        Random random = new Random(2);
        while (stock.size() < STOCK) {
            int length = 3 + random.nextInt(6);
            List<String> clause = new ArrayList<>();
            int word = words.draw(random);
            for (int i = 0; i < length; i++) {
                clause.add(words.word(word));
                word = words.drawAfter(word, random);
            }
            stock.add(List.copyOf(clause));
        }
    }

    /** The words of a clause in a text that has words of its own. */
    List<String> clause(Random random, List<Integer> own) {
        if (random.nextDouble() < STOCK_SHARE) {
            double rank = HEAD * Math.pow((STOCK + HEAD) / HEAD, random.nextDouble()) - HEAD;
            return stock.get(Math.min(STOCK - 1, (int) rank));
        }
        List<String> clause = new ArrayList<>();
        int characters = 6 + random.nextInt(12);
        int word = words.draw(random);
        for (int length = 0; length < characters; ) {
            if (random.nextDouble() < OWN_SHARE) {
                word = own.get(random.nextInt(own.size()));
            }
            clause.add(words.word(word));
            length += words.word(word).length();
            word = words.drawAfter(word, random);
        }
        return clause;
    }
}
