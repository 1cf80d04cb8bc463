package dafu.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Which replies are about the like: those whose matters share rare pairs of characters (or rare words), or a rare topic;
 * of them those that score highest, where the same topic, body and proposers count too.
 *
 * <p>What is in more than {@value #RARE} replies leads to none, so the work for a reply does not grow with the archive;
 * and a new reply can only change the pages of those with which it shares something rare. Weights depend on the size of
 * the archive by its power of two alone.
 */
final class Related {
    private static final int MOST = 5;
    private static final int RARE = 32;
    /** Of those that share something rare, how many are looked at for what else they share. */
    private static final int CONSIDERED = 24;

    private static final int POSITION_BITS = 24;

    /** How much of a term's rarity counts: a topic says what it is about, bodies and proposers have many matters. */
    private static final Map<Facet, Integer> WEIGHTS =
            new EnumMap<>(Map.of(Facet.TOPIC, 4, Facet.BODY, 1, Facet.PROPOSER, 1));

    private static final int PAIR = 2;

    /** Positions with their scores: the highest, and of those the newest, come first. */
    private static final Comparator<Map.Entry<Integer, Integer>> LIKEST = Map.Entry.<Integer, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey())
            .reversed();

    private final Archive archive;
    private final int size;
    /** What occurs in two matters to {@link #RARE}, each with the position of a reply that has it, in order. */
    private final long[] rare;

    Related(Archive archive) {
        this.archive = archive;
        this.size = log(archive.replies().size());
        LongStream all = archive.replies().stream()
                .flatMapToLong(reply -> Arrays.stream(features(reply)).map(f -> f | archive.position(reply)));
        this.rare = rare(all.sorted().toArray());
    }

    private static long[] rare(long[] all) {
        int kept = 0;
        for (int from = 0, to; from < all.length; from = to) {
            for (to = from + 1; to < all.length && feature(all[to]) == feature(all[from]); ) {
                to++;
            }
            if (to - from > 1 && to - from <= RARE) {
                System.arraycopy(all, from, all, kept, to - from);
                kept += to - from;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** The replies most like one, but for those that are excepted; none where nothing is like it. */
    List<Reply> to(Reply reply, List<Reply> except) {
        Map<Integer, Integer> scores = new HashMap<>();
        for (long feature : features(reply)) {
            int found = Arrays.binarySearch(rare, feature);
            int from = found < 0 ? -found - 1 : found;
            int to = from;
            while (to < rare.length && feature(rare[to]) == feature(feature)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                scores.merge(position(rare[i]), PAIR * (size - log(to - from)), Integer::sum);
            }
        }
        Map<Listing, Integer> frequent = new LinkedHashMap<>();
        WEIGHTS.forEach((facet, weight) -> archive.terms(facet, reply).forEach(term -> {
            Listing listing = archive.listing(term).orElseThrow();
            int its = weight * (size - log(listing.size()));
            if (facet == Facet.TOPIC && listing.size() <= RARE) {
                Arrays.stream(listing.members()).forEach(member -> scores.merge(member, its, Integer::sum));
            } else {
                frequent.put(listing, its);
            }
        }));
        List<Map.Entry<Integer, Integer>> considered =
                scores.entrySet().stream().sorted(LIKEST).limit(CONSIDERED).toList();
        considered.forEach(other -> frequent.forEach((listing, its) -> {
            if (Arrays.binarySearch(listing.members(), other.getKey()) >= 0) {
                other.setValue(other.getValue() + its);
            }
        }));
        return considered.stream()
                .filter(other -> other.getValue() >= 3 * size)
                .sorted(LIKEST)
                .map(other -> archive.replies().get(other.getKey()))
                .filter(other -> other != reply && !except.contains(other))
                .limit(MOST)
                .toList();
    }

    /** The pairs of neighbouring Chinese characters and the words of other letters in a matter, each once. */
    private static long[] features(Reply reply) {
        String matter = reply.matter();
        long[] features = new long[matter.length()];
        int word = 0;
        int start = 0;
        int count = 0;
        for (int i = 0; i <= matter.length(); i++) {
            char c = i < matter.length() ? Character.toLowerCase(matter.charAt(i)) : ' ';
            boolean wide = Character.isIdeographic(c);
            if (wide && i > 0 && Character.isIdeographic(matter.charAt(i - 1))) {
                features[count++] = ((long) matter.charAt(i - 1) << 16 | c) << POSITION_BITS;
            }
            if (!wide && Character.isLetterOrDigit(c)) {
                word = 31 * word + c;
            } else {
                if (i - start > 2) {
                    features[count++] = (1L << 32 | word & 0xFFFFFFFFL) << POSITION_BITS;
                }
                word = 0;
                start = i + 1;
            }
        }
        return Arrays.stream(features, 0, count).distinct().toArray();
    }

    private static long feature(long entry) {
        return entry >> POSITION_BITS;
    }

    private static int position(long entry) {
        return (int) (entry & (1 << POSITION_BITS) - 1);
    }

    private static int log(int number) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, number));
    }
}
