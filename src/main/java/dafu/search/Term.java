package dafu.search;

/**
 * A term as a number of 40 bits: 32 that are spread evenly, of which the first name its bucket, and 8 that tell words
 * apart; those are 0 for characters and pairs, which the 32 bits hold whole.
 */
final class Term {
    static final int BITS = 40;
    static final int CHECK_BITS = 8;
    private static final long MASK = (1L << BITS) - 1;

    private Term() {}

    static long character(char c) {
        return (long) mix(c) << CHECK_BITS & MASK;
    }

    /** Whether a term is a character: what was mixed is undone. */
    static boolean isCharacter(long term) {
        int x = (int) (term >>> CHECK_BITS ^ term >>> CHECK_BITS + 16 & 0xFFFF) * 0x7ED1B41D;
        x = (x ^ x >>> 13 ^ x >>> 26) * 0xA5CB9243;
        return (term & 0xFF) == 0 && (x ^ x >>> 16) >>> 16 == 0;
    }

    static long pair(char first, char second) {
        return (long) mix(first << 16 | second) << CHECK_BITS & MASK;
    }

    /** A word of letters and digits, or a value of a facet. */
    static long word(CharSequence prefix, CharSequence line, int from, int to) {
        int hash = hash(hash(0x811C9DC5, prefix, 0, prefix.length()), line, from, to);
        int check = hash(hash(0x2F0B4A27, prefix, 0, prefix.length()), line, from, to);
        return (long) mix(hash) << CHECK_BITS & MASK | Math.max(1, mix(check) & 0xFF);
    }

    private static int hash(int start, CharSequence line, int from, int to) {
        int hash = start;
        for (int i = from; i < to; i++) {
            hash = (hash ^ line.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    /** The last step of MurmurHash3: each value has one image, and near values have distant ones. */
    private static int mix(int value) {
        int x = (value ^ value >>> 16) * 0x85EBCA6B;
        x = (x ^ x >>> 13) * 0xC2B2AE35;
        return x ^ x >>> 16;
    }
}
