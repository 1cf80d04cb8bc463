package dafu.search;

import java.util.Arrays;

/** A file of bits, the highest of each byte first, after four bytes that tell whether it is whole. */
final class Bits {
    /** How many bytes the sum takes. */
    static final int SUM = 4;

    private byte[] bytes = new byte[4096];
    private int size = SUM;
    private long held;
    private int count;

    void put(int value, int width) {
        held = held << width | value & (1L << width) - 1;
        count += width;
        while (count >= 8) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            count -= 8;
            bytes[size++] = (byte) (held >>> count);
        }
    }

    /** Elias' gamma code of a number from 1 on: as many zeros as it has bits after the first, then its bits. */
    void gamma(int value) {
        int more = 31 - Integer.numberOfLeadingZeros(value);
        put(0, more);
        put(value, more + 1);
    }

    /** Rice's code of a number from 0 on: its high part in ones and a zero, then its low bits. */
    void rice(int value, int low) {
        int ones = value >>> low;
        for (; ones >= 24; ones -= 24) {
            put(-1, 24);
        }
        put(-2, ones + 1);
        put(value, low);
    }

    /** The file; this is empty then. */
    byte[] file() {
        put(0, 7);
        byte[] file = Arrays.copyOf(bytes, size);
        int sum = sum(file, size);
        for (int i = 0; i < SUM; i++) {
            file[i] = (byte) (sum >>> 24 - 8 * i);
        }
        size = SUM;
        held = 0;
        count = 0;
        return file;
    }

    /** FNV-1a of what follows the sum. */
    static int sum(byte[] file, int size) {
        int sum = 0x811C9DC5;
        for (int i = SUM; i < size; i++) {
            sum = (sum ^ file[i] & 0xFF) * 0x01000193;
        }
        return sum;
    }
}
