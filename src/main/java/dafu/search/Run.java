package dafu.search;

import java.util.Arrays;

/**
 * Sorted postings, small: in each of {@value #SEGMENTS} equal parts of the terms' range the gaps between
 * {@code term << 22 | number}, with a class in the lowest two bits, as variable bytes.
 *
 * @param starts where each segment begins in the bytes, and their end
 * @param postings how many there are
 */
record Run(byte[] bytes, int[] starts, int postings) {
    static final int SEGMENT_BITS = 12;
    static final int SEGMENTS = 1 << SEGMENT_BITS;

    private static final int SEGMENT_SHIFT = Term.BITS + Postings.NUMBER_BITS - SEGMENT_BITS;

    /** Makes one posting of the entries of a term and a reply. */
    static Run of(long[] sorted, int size) {
        byte[] bytes = new byte[size * 3 + 64];
        int[] starts = new int[SEGMENTS + 1];
        int at = 0;
        int postings = 0;
        int segment = -1;
        long last = 0;
        for (int i = 0; i < size; ) {
            long posting = sorted[i] >>> 2;
            int end = i;
            boolean strong = false;
            while (end < size && sorted[end] >>> 2 == posting) {
                strong |= (sorted[end++] & 2) != 0;
            }
            int its = (int) (posting >>> SEGMENT_SHIFT);
            while (segment < its) {
                starts[++segment] = at;
                last = (long) segment << SEGMENT_SHIFT;
            }
            if (at + 10 > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 3 / 2);
            }
            at = number(bytes, at, posting - last << 2 | weight(end - i, strong));
            last = posting;
            postings++;
            i = end;
        }
        Arrays.fill(starts, segment + 1, SEGMENTS + 1, at);
        return new Run(Arrays.copyOf(bytes, at), starts, postings);
    }

    /** 3 in a title or name, else 2, 1, 0 for four times, twice, once in the text. */
    private static int weight(int times, boolean strong) {
        return strong ? 3 : times >= 4 ? 2 : times >= 2 ? 1 : 0;
    }

    /**
     * Writes a number as variable bytes, seven bits each, the lowest first; all but the last have the high bit.
     *
     * @return where its bytes end
     */
    static int number(byte[] bytes, int start, long value) {
        int at = start;
        long rest = value;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            bytes[at++] = (byte) (rest | 0x80);
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /** Decodes the segments that begin at an offset: entries {@code term << 24 | number << 2 | class} are added to an array. */
    static long[] decode(
            byte[] bytes, int[] starts, int fromSegment, int toSegment, int offset, long[] into, int[] size) {
        long[] entries = into;
        int count = size[0];
        for (int segment = fromSegment; segment < toSegment; segment++) {
            long last = (long) segment << SEGMENT_SHIFT;
            for (int at = starts[segment] - offset; at < starts[segment + 1] - offset; ) {
                long value = 0;
                int shift = 0;
                byte next;
                do {
                    next = bytes[at++];
                    value |= (long) (next & 0x7F) << shift;
                    shift += 7;
                } while (next < 0);
                last += value >>> 2;
                if (count == entries.length) {
                    entries = Arrays.copyOf(entries, 2 * count);
                }
                entries[count++] = last << 2 | value & 3;
            }
        }
        size[0] = count;
        return entries;
    }

    /**
     * Numbers sorted as if they had no sign, byte by byte from the lowest, in one of the two arrays; the other one is
     * overwritten.
     *
     * @param lowest the lowest bit that counts, a multiple of eight; numbers that differ below it alone keep their order
     */
    static long[] sort(long[] numbers, int size, long[] spare, int lowest) {
        int[][] counts = new int[8][256];
        for (int i = 0; i < size; i++) {
            long number = numbers[i];
            for (int digit = lowest / 8; digit < 8; digit++) {
                counts[digit][(int) (number >>> 8 * digit) & 0xFF]++;
            }
        }
        long[] from = numbers;
        long[] to = spare;
        for (int digit = lowest / 8; digit < 8; digit++) {
            int[] starts = counts[digit];
            int shift = 8 * digit;
            if (size == 0 || starts[(int) (from[0] >>> shift) & 0xFF] == size) {
                continue;
            }
            int sum = 0;
            for (int i = 0; i < 256; i++) {
                int count = starts[i];
                starts[i] = sum;
                sum += count;
            }
            for (int i = 0; i < size; i++) {
                to[starts[(int) (from[i] >>> shift) & 0xFF]++] = from[i];
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
