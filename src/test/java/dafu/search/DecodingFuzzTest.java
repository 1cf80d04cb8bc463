package dafu.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.params.provider.MethodSource;

/** A published index is read as it was written, or it is said that it is damaged: whatever stands in its files. */
class DecodingFuzzTest {
    static Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (long[] entries :
                new long[][] {{}, {entry(1, 0, 3)}, {entry(7, 2, 0), entry(7, 3, 1), entry(0x1234567890L, 900, 2)}}) {
            new Buckets(
                            0,
                            1_000,
                            new TreeSet<>(),
                            (path, file) -> seeds.add(after('b', Arrays.copyOfRange(file, Bits.SUM, file.length))))
                    .write(0, 1, entries, entries.length);
        }
        byte[] known = Base64.getDecoder().decode(Buckets.known(Set.of(3, 900)));
        seeds.add(after('k', Arrays.copyOfRange(known, Bits.SUM, known.length)));
        for (String text : List.of("", "停车停车位", "a b\n夜间公交照常开行，夜间公交。\ud83d\ude80")) {
            seeds.add(after('q', text.getBytes(StandardCharsets.UTF_8)));
        }
        seeds.add(after('p', new byte[] {2, 0x41, 1, 0, 1, (byte) 172, 0, (byte) 255, 0, 0x42}));
        return seeds.stream();
    }

    /** The first byte tells what the rest is: the bits of a bucket or of the root, what is left of a text once it is
     * inflated, a text. */
    @MethodSource("seeds")
    @FuzzTest
    void whatIsReadIsWhatWasWrittenOrDamaged(byte[] bytes) throws DataFormatException {
        if (bytes.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch (bytes[0] % 4) {
            case 'b' % 4 -> bucket(rest);
            case 'p' % 4 -> packed(Deflate.zlib(rest));
            case 'k' % 4 -> known(rest);
            default -> {
                packed(rest);
                String text = new String(rest, StandardCharsets.UTF_16BE);
                assertThat(Packed.read(Packed.text(text))).isEqualTo(text);
            }
        }
    }

    private static void bucket(byte[] bits) throws DataFormatException {
        byte[] file = summed(bits);
        long[] entries;
        List<String> apart = new ArrayList<>();
        try {
            entries = Buckets.read(0, 0, path -> file, apart);
        } catch (DataFormatException damaged) {
            return;
        }
        new Patch(path -> Optional.of(file), 0).change(new long[0], new long[] {entry(5, 5, 0)});
        if (apart.isEmpty() && isSorted(entries)) {
            TreeMap<String, byte[]> written = new TreeMap<>();
            new Buckets(0, 1_000, new TreeSet<>(), written::put).write(0, 1, entries, entries.length);
            assertThat(Buckets.read(0, 0, written::get, new ArrayList<>())).isEqualTo(entries);
        }
    }

    private static void known(byte[] bits) {
        String root = Base64.getEncoder().encodeToString(summed(bits));
        try {
            assertThat(Buckets.known(root, Set.of())).isNotNull();
        } catch (DataFormatException damaged) {
            assertThat(damaged).hasMessageNotContaining("null");
        }
    }

    private static boolean isSorted(long[] entries) {
        for (int i = 1; i < entries.length; i++) {
            if (Long.compareUnsigned(entries[i - 1] >>> 2, entries[i] >>> 2) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void packed(byte[] bytes) {
        try {
            assertThat(Packed.read(bytes)).isNotNull();
        } catch (DataFormatException damaged) {
            assertThat(damaged).hasMessageNotContaining("null");
        }
    }

    private static byte[] summed(byte[] bits) {
        byte[] file = ByteBuffer.allocate(Bits.SUM + bits.length)
                .position(Bits.SUM)
                .put(bits)
                .array();
        return ByteBuffer.wrap(file).putInt(Bits.sum(file, file.length)).array();
    }

    private static byte[] after(char kind, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put((byte) kind).put(rest).array();
    }

    private static long entry(long term, int number, int itsClass) {
        return term << Postings.TERM_SHIFT | (long) number << 2 | itsClass;
    }
}
