package dafu.search;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

/** Reads what {@link Bits} wrote. */
final class BitReader {
    private final byte[] file;
    private long at = 8L * Bits.SUM;

    BitReader(byte[] file) throws DataFormatException {
        this.file = file;
        if (file.length <= Bits.SUM
                || Bits.sum(file, file.length) != ByteBuffer.wrap(file).getInt()) {
            throw new DataFormatException("the sum differs");
        }
    }

    /** Whether so many more codes may follow: nobody makes room for what a damaged file only claims. */
    void holds(int codes) throws DataFormatException {
        if (codes < 0 || codes > 8L * file.length - at) {
            throw new DataFormatException("it ends too early");
        }
    }

    int bit() throws DataFormatException {
        if (at >>> 3 >= file.length) {
            throw new DataFormatException("it ends too early");
        }
        return file[(int) (at >>> 3)] >> 7 - (int) (at++ & 7) & 1;
    }

    long read(int width) throws DataFormatException {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    private int run(int of) throws DataFormatException {
        int length = 0;
        while (bit() == of) {
            length++;
        }
        return length;
    }

    int gamma() throws DataFormatException {
        int more = run(0);
        return (int) (1L << more | read(more));
    }

    long rice(int low) throws DataFormatException {
        long high = run(1);
        return high << low | read(low);
    }

    /** As many ones as come before a zero, or before there are enough. */
    int ones(int most) throws DataFormatException {
        int ones = 0;
        while (ones < most && bit() == 1) {
            ones++;
        }
        return ones;
    }
}
