package dafu.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Says how much the invented archive is like a real one, by its bigrams over runs of Han characters; the figures beside
 * it were counted in 10,000 replies made of real statute sentences.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dafu.bench.Realism
 * -Dexec.args=10000}
 */
public final class Realism {
    private static final int HAN = 0x4e00;
    private static final int RANGE = 0x9fff - HAN + 1;

    private Realism() {}

    public static void main(String[] arguments) throws IOException {
        Corpus corpus = new Corpus(Words.load(), Integer.parseInt(arguments[0]));
        int[] documents = new int[RANGE * RANGE];
        long characters = 0;
        for (int from = 0; from < corpus.size(); from += 1000) {
            int[][] grams = IntStream.range(from, Math.min(from + 1000, corpus.size()))
                    .parallel()
                    .mapToObj(i -> bigrams(corpus.reply(i)))
                    .toArray(int[][]::new);
            for (int[] of : grams) {
                for (int gram : of) {
                    documents[gram]++;
                }
            }
        }
        for (int i = 0; i < corpus.size(); i++) {
            characters += corpus.reply(i).text().length();
        }
        long postings = Arrays.stream(documents).asLongStream().sum();
        long tenth =
                Arrays.stream(documents).filter(n -> n > corpus.size() / 10).count();
        long inTenth = Arrays.stream(documents)
                .asLongStream()
                .filter(n -> n > corpus.size() / 10)
                .sum();
        double[] all = IntStream.range(0, 500)
                .mapToDouble(i -> kilobytes(corpus, documents, i, Integer.MAX_VALUE))
                .sorted()
                .toArray();
        double[] rarest = IntStream.range(0, 500)
                .mapToDouble(i -> kilobytes(corpus, documents, i, 4))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                """
                %,d replies
                characters of a text              %,10d   2,000
                distinct bigrams                  %,10d   226,909
                distinct bigrams of a reply       %,10d   1,116
                in more than 1/10 of replies      %,10d   1,835
                their share of postings           %9.1f%%   46%%
                in more than 1/100                %,10d   14,858
                lists of a whole matter, KB     %5.1f · %5.1f   38 · 125
                lists of its four rarest        %5.1f · %5.1f   0.8 · 3.4
                """,
                corpus.size(),
                characters / corpus.size(),
                Arrays.stream(documents).filter(n -> n > 0).count(),
                postings / corpus.size(),
                tenth,
                100.0 * inTenth / postings,
                Arrays.stream(documents).filter(n -> n > corpus.size() / 100).count(),
                all[250],
                all[499],
                rarest[250],
                rarest[499]);
    }

    /** The postings of the rarest bigrams of a matter, in Elias-Fano code and a four-bit impact. */
    private static double kilobytes(Corpus corpus, int[] documents, int query, int rarest) {
        String matter = String.join(
                "", corpus.reply((int) ((long) query * corpus.size() / 500)).matter());
        return IntStream.range(0, matter.length() - 1)
                        .map(i -> documents[gram(matter, i)])
                        .sorted()
                        .limit(rarest)
                        .mapToDouble(n -> n * (6 + Math.log((double) corpus.size() / n) / Math.log(2)))
                        .sum()
                / 8192;
    }

    private static int[] bigrams(Corpus.Reply reply) {
        String all = reply.title() + "\n" + reply.proposal() + "\n" + reply.text();
        return IntStream.range(0, all.length() - 1)
                .filter(i -> han(all.charAt(i)) && han(all.charAt(i + 1)))
                .map(i -> gram(all, i))
                .distinct()
                .toArray();
    }

    private static int gram(String text, int at) {
        return (text.charAt(at) - HAN) * RANGE + text.charAt(at + 1) - HAN;
    }

    private static boolean han(char character) {
        return character >= HAN && character < HAN + RANGE;
    }
}
