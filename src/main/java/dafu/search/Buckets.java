package dafu.search;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;

/**
 * Writes sorted postings as bucket files, and a list that is too long for one as a file of its own.
 *
 * <p>A bucket: how many terms it has, plus one, and the largest reply number in it, plus one, in gamma code; five bits
 * for the Rice parameter of the terms. Then each term: the gap from the term before it, or from the bucket's first
 * possible one, in its 32 bits; a bit that tells whether eight more follow; how many replies have it; and, unless they
 * are more than {@value #LONG}, their list. A list: the gap to each number, less one, in a Rice code whose parameter
 * follows from the length of the list, and the class as so many ones, with a zero if they are less than three. In a file
 * of its own its length and the bound stand before it.
 */
final class Buckets {
    static final int LONG = 4096;
    private static final String APART = "search/l/";
    private static final int MASK = (1 << Postings.NUMBER_BITS) - 1;

    private final int bits;
    private final int frequent;
    private final Set<Integer> known;
    private final BiConsumer<String, byte[]> out;
    private final Bits file = new Bits();

    /**
     * @param replies how many there are
     * @param known takes the beginnings of the terms that readers are to know as long before they fetch anything: of
     *     words and pairs, as many in an archive of any size
     */
    Buckets(int bits, int replies, Set<Integer> known, BiConsumer<String, byte[]> out) {
        this.bits = bits;
        this.frequent = Math.max(LONG, replies / 5 * 2);
        this.known = known;
        this.out = out;
    }

    /** Writes some buckets, of their sorted entries {@code term << 24 | number << 2 | class}. */
    void write(int firstBucket, int lastBucket, long[] entries, int size) {
        int from = 0;
        for (int bucket = firstBucket; bucket < lastBucket; bucket++) {
            int to = from;
            int terms = 0;
            int largest = 0;
            while (to < size && bucket(entries[to]) == bucket) {
                terms += to == from || term(entries[to]) != term(entries[to - 1]) ? 1 : 0;
                largest = Math.max(largest, number(entries[to++]));
            }
            bucket(bucket, entries, from, to, terms, largest + 1);
            from = to;
        }
    }

    private void bucket(int bucket, long[] entries, int from, int to, int terms, int bound) {
        file.gamma(terms + 1);
        file.gamma(bound);
        int low = low(terms, bits == 0 ? 0xFFFFFFFFL : 0xFFFFFFFFL >>> bits);
        file.put(low, 5);
        int last = bits == 0 ? 0 : bucket << 32 - bits;
        for (int at = from; at < to; ) {
            long term = term(entries[at]);
            int end = at;
            while (end < to && term(entries[end]) == term) {
                end++;
            }
            int spread = (int) (term >>> Term.CHECK_BITS);
            int check = (int) term & 0xFF;
            file.rice(spread - last, low);
            last = spread;
            file.put(check == 0 ? 0 : 1 << Term.CHECK_BITS | check, check == 0 ? 1 : 1 + Term.CHECK_BITS);
            file.gamma(end - at);
            if (end - at <= LONG) {
                list(file, entries, at, end, bound);
            } else {
                out.accept(apart(term), apart(entries, at, end, bound));
                if (end - at > frequent && !Term.isCharacter(term)) {
                    known.add(beginning(term));
                }
            }
            at = end;
        }
        out.accept(Packed.path("g", bucket), file.file());
    }

    private static String apart(long term) {
        return String.format(Locale.ROOT, APART + "%010x", term);
    }

    private static int beginning(long term) {
        return (int) (term >>> Term.BITS - Postings.NUMBER_BITS);
    }

    private static byte[] apart(long[] entries, int from, int to, int bound) {
        Bits file = new Bits();
        file.gamma(to - from);
        file.gamma(bound);
        list(file, entries, from, to, bound);
        return file.file();
    }

    /** What is known of long lists, as it stands in the root: a list, of beginnings in place of replies. */
    static String known(Set<Integer> beginnings) {
        long[] entries =
                beginnings.stream().sorted().mapToLong(it -> (long) it << 2).toArray();
        return entries.length == 0
                ? ""
                : Base64.getEncoder().encodeToString(apart(entries, 0, entries.length, 1 << Postings.NUMBER_BITS));
    }

    /** What a root says that is known, but for the lists that are files no more. */
    static Set<Integer> known(String root, Set<String> gone) throws DataFormatException {
        Set<Integer> known = new TreeSet<>();
        if (!root.isEmpty()) {
            BitReader file = new BitReader(Base64.getDecoder().decode(root));
            for (long entry : list(file, file.gamma(), file.gamma(), 0)) {
                known.add(number(entry));
            }
        }
        gone.stream()
                .filter(path -> path.startsWith(APART))
                .forEach(path -> known.remove(beginning(Long.parseLong(path.substring(APART.length()), 16))));
        return known;
    }

    /** Where published files are. */
    interface Files {
        byte[] find(String path) throws DataFormatException;
    }

    /**
     * The entries of a bucket that was written.
     *
     * @param apart takes the paths of the lists that are files of their own
     */
    static long[] read(int bucket, int bits, Files files, List<String> apart) throws DataFormatException {
        BitReader file = new BitReader(files.find(Packed.path("g", bucket)));
        int terms = file.gamma() - 1;
        int bound = file.gamma();
        int low = (int) file.read(5);
        long spread = bits == 0 ? 0 : (long) bucket << 32 - bits;
        long[] entries = new long[0];
        for (int i = 0; i < terms; i++) {
            spread += file.rice(low);
            long term = spread << Term.CHECK_BITS | (file.bit() == 0 ? 0 : file.read(Term.CHECK_BITS));
            int count = file.gamma();
            if (count < 1 || count > bound || spread >>> 32 != 0) {
                throw new DataFormatException("a term out of place");
            }
            long[] its;
            if (count > LONG) {
                apart.add(apart(term));
                BitReader own = new BitReader(files.find(apart(term)));
                its = list(own, own.gamma(), own.gamma(), term);
            } else {
                its = list(file, count, bound, term);
            }
            entries = Arrays.copyOf(entries, entries.length + its.length);
            System.arraycopy(its, 0, entries, entries.length - its.length, its.length);
        }
        return entries;
    }

    private static long[] list(BitReader file, int count, int bound, long term) throws DataFormatException {
        file.holds(count);
        long[] entries = new long[count];
        int low = low(count, bound);
        long number = -1;
        for (int i = 0; i < count; i++) {
            number += file.rice(low) + 1;
            entries[i] = term << Postings.TERM_SHIFT | number << 2 | file.ones(3);
        }
        return entries;
    }

    private static void list(Bits file, long[] entries, int from, int to, int bound) {
        int low = low(to - from, bound);
        int last = -1;
        for (int i = from; i < to; i++) {
            int number = number(entries[i]);
            file.rice(number - last - 1, low);
            last = number;
            int ones = (int) entries[i] & 3;
            file.put(ones == 3 ? 7 : (1 << ones + 1) - 2, Math.min(3, ones + 1));
        }
    }

    /** The Rice parameter for so many numbers below a bound: the largest that is not above 0.69 of their mean gap. */
    private static int low(long count, long bound) {
        int low = 0;
        while (count > 0 && (count << low + 1) * 100 <= bound * 69) {
            low++;
        }
        return low;
    }

    private int bucket(long entry) {
        return bits == 0 ? 0 : (int) (entry >>> 64 - bits);
    }

    private static long term(long entry) {
        return entry >>> Postings.TERM_SHIFT;
    }

    private static int number(long entry) {
        return (int) (entry >>> 2) & MASK;
    }
}
