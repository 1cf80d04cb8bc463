package dafu.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
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
        Map<Listing, Integer> shared = new LinkedHashMap<>();
        WEIGHTS.forEach((facet, weight) -> archive.terms(facet, reply).forEach(term -> {
            Listing listing = archive.listing(term).orElseThrow();
            shared.put(listing, weight * (size - log(listing.size())));
        }));
        long[] scores = scores(features(reply), shared);
        long[] best = new long[Math.min(CONSIDERED, scores.length)];
        for (int i = 0; i < best.length; i++) {
            long score = scores[scores.length - 1 - i];
            long more = 0;
            for (Map.Entry<Listing, Integer> term : shared.entrySet()) {
                Listing listing = term.getKey();
                boolean counted = isRareTopic(listing);
                if (!counted && Arrays.binarySearch(listing.members(), (int) score) >= 0) {
                    more += term.getValue();
                }
            }
            best[i] = score + (more << 32);
        }
        return Arrays.stream(best)
                .filter(score -> score >> 32 >= 3L * size)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(score -> archive.replies().get(score.intValue()))
                .filter(other -> other != reply && !except.contains(other))
                .limit(MOST)
                .toList();
    }

    /** Every reply that shares something rare, the likest last: its score in the upper half, its position in the lower. */
    private long[] scores(long[] features, Map<Listing, Integer> shared) {
        LongStream.Builder hits = LongStream.builder();
        for (long feature : features) {
            int found = Arrays.binarySearch(rare, feature);
            int from = found < 0 ? -found - 1 : found;
            int to = from;
            while (to < rare.length && feature(rare[to]) == feature(feature)) {
                to++;
            }
            long weight = PAIR * (size - log(to - from));
            for (int i = from; i < to; i++) {
                hits.add((long) position(rare[i]) << 32 | weight);
            }
        }
        shared.forEach((listing, weight) -> {
            if (isRareTopic(listing)) {
                Arrays.stream(listing.members()).forEach(member -> hits.add((long) member << 32 | weight));
            }
        });
        long[] all = hits.build().sorted().toArray();
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            long score = all[i] << 32 | all[i] >>> 32;
            boolean again = count > 0 && (int) all[count - 1] == (int) score;
            all[again ? count - 1 : count++] = again ? all[count - 1] + (score >> 32 << 32) : score;
        }
        return Arrays.stream(all, 0, count).sorted().toArray();
    }

    private static boolean isRareTopic(Listing listing) {
        return listing.term().facet() == Facet.TOPIC && listing.size() <= RARE;
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
