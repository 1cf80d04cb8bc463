package dafu.search;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Bytes in the zlib format (RFC 1950, 1951), which every browser reads. Written here because the JDK's own Deflater gives
 * other bytes with another zlib, and the same archive must give the same files on every machine.
 */
final class Deflate {
    private static final int HASH_BITS = 13;
    private static final int LONGEST = 258;
    private static final int WINDOW = 32_768;
    private static final int TRIES = 24;
    private static final int BLOCK = 1 << 16;
    private static final int END = 256;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] LENGTH_BASE = new int[29];
    private static final int[] DISTANCE_BASE = new int[30];
    private static final int[] LENGTH_CODE = new int[LONGEST + 1];

    static {
        for (int code = 0, base = 3; code < 28; base += 1 << lengthBits(code), code++) {
            LENGTH_BASE[code] = base;
            Arrays.fill(LENGTH_CODE, base, Math.min(LONGEST, base + (1 << lengthBits(code))), code);
        }
        LENGTH_BASE[28] = LONGEST;
        LENGTH_CODE[LONGEST] = 28;
        for (int code = 0, base = 1; code < 30; base += 1 << distanceBits(code), code++) {
            DISTANCE_BASE[code] = base;
        }
    }

    private final byte[] in;
    private byte[] out;
    private int size;
    private int held;
    private int heldBits;
    /** The symbols of a block: a byte, or length and distance as {@code length << 16 | distance}. */
    private final int[] symbols;

    private int count;

    private Deflate(byte[] in) {
        this.in = in;
        this.out = new byte[in.length / 2 + 128];
        this.symbols = new int[Math.min(in.length, BLOCK)];
    }

    static byte[] zlib(byte[] bytes) {
        Deflate deflate = new Deflate(bytes);
        deflate.bits(0x9C78, 16);
        deflate.compress();
        if (deflate.heldBits > 0) {
            deflate.write(deflate.held);
        }
        Adler32 sum = new Adler32();
        sum.update(bytes);
        for (int shift = 24; shift >= 0; shift -= 8) {
            deflate.write((int) (sum.getValue() >>> shift));
        }
        return Arrays.copyOf(deflate.out, deflate.size);
    }

    private void compress() {
        int[] heads = new int[1 << HASH_BITS];
        int[] before = new int[Math.min(in.length, WINDOW)];
        int at = 0;
        int held = 0;
        while (at < in.length) {
            int match = held != 0 ? held : longest(at, heads, before);
            held = 0;
            enter(at, heads, before);
            int length = match >>> 16;
            if (length > 0 && length < 32 && at + 1 < in.length) {
                // A longer match one byte later is worth a literal.
                int later = longest(at + 1, heads, before);
                if (later >>> 16 > length) {
                    held = later;
                    match = 0;
                    length = 0;
                }
            }
            symbols[count++] = length > 0 ? match : in[at] & 0xFF;
            for (int end = at + Math.max(1, length); ++at < end; ) {
                enter(at, heads, before);
            }
            if (count == symbols.length && at < in.length) {
                block(0);
            }
        }
        block(1);
    }

    /** The longest match of at least three bytes, as a symbol, or 0; positions are kept plus one. */
    private int longest(int at, int[] heads, int[] before) {
        int most = Math.min(LONGEST, in.length - at);
        if (most < 3) {
            return 0;
        }
        int best = 2;
        int distance = 0;
        int from = heads[hash(at)] - 1;
        for (int tries = TRIES; from >= 0 && at - from < WINDOW && tries > 0; tries--) {
            if (in[from + best] == in[at + best]) {
                int length = 0;
                while (length < most && in[from + length] == in[at + length]) {
                    length++;
                }
                if (length > best) {
                    best = length;
                    distance = at - from;
                    if (length == most) {
                        break;
                    }
                }
            }
            int next = before[from % before.length] - 1;
            if (next >= from) {
                break;
            }
            from = next;
        }
        // Three bytes from afar cost more than three literals.
        return best < 3 || best == 3 && distance > 4096 ? 0 : best << 16 | distance;
    }

    private void enter(int at, int[] heads, int[] before) {
        if (at + 2 < in.length) {
            int hash = hash(at);
            before[at % before.length] = heads[hash];
            heads[hash] = at + 1;
        }
    }

    private int hash(int at) {
        return ((in[at] & 0xFF) << 16 | (in[at + 1] & 0xFF) << 8 | in[at + 2] & 0xFF) * 0x9E3779B1 >>> 32 - HASH_BITS;
    }

    private void block(int last) {
        int[] literals = new int[286];
        int[] distances = new int[30];
        literals[END] = 1;
        for (int i = 0; i < count; i++) {
            if (symbols[i] < END) {
                literals[symbols[i]]++;
            } else {
                literals[END + 1 + LENGTH_CODE[symbols[i] >>> 16]]++;
                distances[distanceCode(symbols[i] & 0xFFFF)]++;
            }
        }
        int[] literalLengths = lengths(literals, 15);
        int[] distanceLengths = lengths(distances, 15);
        bits(last | 2 << 1, 3);
        head(literalLengths, distanceLengths);
        int[] literalCodes = codes(literalLengths);
        int[] distanceCodes = codes(distanceLengths);
        for (int i = 0; i < count; i++) {
            int symbol = symbols[i];
            if (symbol < END) {
                bits(literalCodes[symbol], literalLengths[symbol]);
                continue;
            }
            int length = LENGTH_CODE[symbol >>> 16];
            bits(literalCodes[END + 1 + length], literalLengths[END + 1 + length]);
            bits((symbol >>> 16) - LENGTH_BASE[length], lengthBits(length));
            int distance = distanceCode(symbol & 0xFFFF);
            bits(distanceCodes[distance], distanceLengths[distance]);
            bits((symbol & 0xFFFF) - DISTANCE_BASE[distance], distanceBits(distance));
        }
        bits(literalCodes[END], literalLengths[END]);
        count = 0;
    }

    /** The lengths of the codes, themselves coded: runs of the same length are one symbol and a count. */
    private void head(int[] literals, int[] distances) {
        int literalCount = Math.max(257, used(literals));
        int distanceCount = Math.max(1, used(distances));
        int[] all = Arrays.copyOf(literals, literalCount + distanceCount);
        System.arraycopy(distances, 0, all, literalCount, distanceCount);
        int[] runs = new int[all.length];
        int[] frequencies = new int[19];
        int written = 0;
        for (int i = 0; i < all.length; ) {
            int end = i + 1;
            while (end < all.length && all[end] == all[i]) {
                end++;
            }
            int run = end - i;
            int symbol = all[i];
            if (symbol == 0 && run > 2) {
                run = Math.min(run, 138);
                symbol = run > 10 ? 18 | run - 11 << 8 : 17 | run - 3 << 8;
            } else if (symbol != 0 && run > 2 && i > 0 && all[i - 1] == symbol) {
                run = Math.min(run, 6);
                symbol = 16 | run - 3 << 8;
            } else {
                run = 1;
            }
            frequencies[symbol & 0xFF]++;
            runs[written++] = symbol;
            i += run;
        }
        int[] lengths = lengths(frequencies, 7);
        int kept = 19;
        while (kept > 4 && lengths[ORDER[kept - 1]] == 0) {
            kept--;
        }
        bits(literalCount - 257 | distanceCount - 1 << 5 | kept - 4 << 10, 14);
        for (int i = 0; i < kept; i++) {
            bits(lengths[ORDER[i]], 3);
        }
        int[] codes = codes(lengths);
        for (int i = 0; i < written; i++) {
            int symbol = runs[i] & 0xFF;
            bits(codes[symbol], lengths[symbol]);
            bits(runs[i] >>> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : symbol == 18 ? 7 : 0);
        }
    }

    private static int used(int[] lengths) {
        int used = lengths.length;
        while (used > 0 && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** The lengths of Huffman codes, none above the limit: frequencies are halved until the tree is shallow enough. */
    private static int[] lengths(int[] frequencies, int limit) {
        int[] lengths = new int[frequencies.length];
        for (int shift = 0; ; shift++) {
            long[] leaves = new long[frequencies.length];
            int n = 0;
            for (int i = 0; i < frequencies.length; i++) {
                if (frequencies[i] > 0) {
                    leaves[n++] = (long) Math.max(1, frequencies[i] >>> shift) << 16 | i;
                }
            }
            if (n == 1) {
                lengths[(int) leaves[0] & 0xFFFF] = 1;
            }
            if (n < 2) {
                return lengths;
            }
            Arrays.sort(leaves, 0, n);
            if (depths(leaves, n, lengths) <= limit) {
                return lengths;
            }
        }
    }

    private static int depths(long[] leaves, int n, int[] lengths) {
        long[] weights = new long[2 * n - 1];
        int[] parents = new int[2 * n - 1];
        for (int i = 0; i < n; i++) {
            weights[i] = leaves[i] >>> 16;
        }
        int leaf = 0;
        int node = n;
        for (int next = n; next < 2 * n - 1; next++) {
            for (int child = 0; child < 2; child++) {
                int least = leaf < n && (node == next || weights[leaf] <= weights[node]) ? leaf++ : node++;
                weights[next] += weights[least];
                parents[least] = next;
            }
        }
        int deepest = 0;
        int[] depths = new int[2 * n - 1];
        for (int i = 2 * n - 3; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
            if (i < n) {
                lengths[(int) leaves[i] & 0xFFFF] = depths[i];
                deepest = Math.max(deepest, depths[i]);
            }
        }
        return deepest;
    }

    /** Canonical codes, their bits in the order in which they are written. */
    private static int[] codes(int[] lengths) {
        int[] next = new int[17];
        for (int length : lengths) {
            next[length + 1] += length > 0 ? 1 : 0;
        }
        for (int length = 1; length < 17; length++) {
            next[length] = next[length - 1] + (length > 1 ? next[length] : 0) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            codes[i] = lengths[i] == 0 ? 0 : Integer.reverse(next[lengths[i]]++) >>> 32 - lengths[i];
        }
        return codes;
    }

    private static int distanceCode(int distance) {
        if (distance < 5) {
            return distance - 1;
        }
        int high = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * high + (distance - 1 >>> high - 1 & 1);
    }

    private static int lengthBits(int code) {
        return code < 8 || code == 28 ? 0 : code / 4 - 1;
    }

    private static int distanceBits(int code) {
        return code < 4 ? 0 : code / 2 - 1;
    }

    private void bits(int value, int width) {
        held |= value << heldBits;
        heldBits += width;
        while (heldBits >= 8) {
            write(held);
            held >>>= 8;
            heldBits -= 8;
        }
    }

    private void write(int value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = (byte) value;
    }
}
