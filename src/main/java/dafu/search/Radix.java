package dafu.search;

/** Sorts numbers as if they had no sign, byte by byte from the lowest. */
final class Radix {
    private Radix() {}

    /**
     * The sorted numbers, in one of the two arrays; the other one is overwritten.
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
