package dafu.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.InflaterInputStream;

/**
 * A text in about half of UTF-8's bytes, then deflated: characters that recur in it are one byte, other ideographs two.
 *
 * <p>First the number of recurring units and the gaps between them, ascending, as variable bytes. Then the text: a byte
 * below {@value #ONE} stands for a recurring unit; the next 82 open the two bytes of U+4E00 to U+9FFF; 255 is followed by
 * any unit, its high byte first.
 */
final class Packed {
    private static final int ONE = 172;
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final int ANY = 255;

    private Packed() {}

    /** Where one of many numbered files lies, 256 to a folder. */
    static String path(String folder, int number) {
        return String.format(Locale.ROOT, "search/%s/%x/%02x", folder, number >> 8, number & 0xFF);
    }

    static byte[] text(String text) {
        char[] units = text.toCharArray();
        // One array for both, since clearing it costs more than a short text: counts first, then less than 0 what is
        // one byte.
        int[] codes = new int[Character.MAX_VALUE + 1];
        int[] recurring = recurring(units, codes);
        // No unit needs more than three bytes, nor does the gap before one, nor their number.
        byte[] out = new byte[3 * (1 + recurring.length + units.length)];
        int size = Run.number(out, 0, recurring.length);
        int last = 0;
        for (int i = 0; i < recurring.length; i++) {
            size = Run.number(out, size, recurring[i] - last);
            last = recurring[i];
            codes[last] = -1 - i;
        }
        for (char c : units) {
            if (codes[c] < 0) {
                out[size++] = (byte) (-1 - codes[c]);
            } else if (c >= FIRST && c <= LAST) {
                out[size++] = (byte) (ONE + (c - FIRST >> 8));
                out[size++] = (byte) (c - FIRST);
            } else {
                out[size++] = (byte) ANY;
                out[size++] = (byte) (c >> 8);
                out[size++] = (byte) c;
            }
        }
        return Deflate.zlib(Arrays.copyOf(out, size));
    }

    /** The text of what was packed. */
    static String read(byte[] packed) throws DataFormatException {
        byte[] bytes;
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            bytes = in.readAllBytes();
        } catch (IOException damaged) {
            throw new DataFormatException(String.valueOf(damaged.getMessage()));
        }
        int[] at = new int[1];
        try {
            int[] recurring = new int[Objects.checkIndex(number(bytes, at), ONE + 1)];
            for (int i = 0; i < recurring.length; i++) {
                recurring[i] = (i > 0 ? recurring[i - 1] : 0) + number(bytes, at);
            }
            StringBuilder text = new StringBuilder(bytes.length);
            while (at[0] < bytes.length) {
                int code = bytes[at[0]++] & 0xFF;
                text.append((char)
                        (code < ONE
                                ? recurring[code]
                                : (code < ANY ? FIRST + (code - ONE << 8) : (bytes[at[0]++] & 0xFF) << 8)
                                        + (bytes[at[0]++] & 0xFF)));
            }
            return text.toString();
        } catch (IndexOutOfBoundsException damaged) {
            throw new DataFormatException("no packed text");
        }
    }

    private static int number(byte[] bytes, int[] at) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at[0]++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** The units that occur at least twice, the most frequent of them if there are many, ascending. */
    private static int[] recurring(char[] units, int[] counts) {
        int[] met = new int[Math.min(units.length, counts.length)];
        int distinct = 0;
        for (char unit : units) {
            if (counts[unit]++ == 1) {
                met[distinct++] = unit;
            }
        }
        long[] ranked = new long[distinct];
        for (int i = 0; i < distinct; i++) {
            ranked[i] = (long) -counts[met[i]] << 16 | met[i];
        }
        Arrays.sort(ranked);
        int[] kept = new int[Math.min(ONE, distinct)];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (int) ranked[i] & 0xFFFF;
        }
        Arrays.sort(kept);
        return kept;
    }
}
