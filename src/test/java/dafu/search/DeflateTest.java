package dafu.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.cache.Hash;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class DeflateTest {
    private static void comesBack(byte[] bytes) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(Deflate.zlib(bytes));
        byte[] back = new byte[bytes.length + 1];
        int length = inflater.inflate(back);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        assertThat(Arrays.copyOf(back, length)).isEqualTo(bytes);
    }

    /** Chinese text of the kind that the index packs: words that recur, and numbers that do not. */
    private static byte[] text(int words) {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            long often = random.nextInt(1000);
            int word = (int) (400 * often * often * often / 1_000_000_000);
            text.append((char) (0x4E00 + word * 7)).append((char) (0x5000 + word * 13 % 999));
            if (i % 9 == 0) {
                text.append(random.nextInt(100_000)).append('，');
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    void whatIsDeflatedInflatesToTheSame() throws DataFormatException {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[i < 190 ? i * 7 : i * 900];
            int range = 1 + random.nextInt(256);
            for (int j = 0; j < bytes.length; j++) {
                boolean again = j > 60 && random.nextInt(3) == 0;
                bytes[j] =
                        again ? bytes[j - 1 - random.nextInt(60)] : (byte) (random.nextInt(range) * random.nextInt(3));
            }
            comesBack(bytes);
        }
    }

    @Test
    void theLongestMatchesAndTheFarthestOnesComeBack() throws DataFormatException {
        for (int length = 1; length < 600; length++) {
            byte[] same = new byte[length];
            Arrays.fill(same, (byte) 0xE7);
            comesBack(same);
        }
        byte[] piece = "答复意见如下：".getBytes(UTF_8);
        byte[] noise = new byte[40_000];
        new Random(5).nextBytes(noise);
        for (int far = 32_768 - 3 * piece.length; far < 32_768 + piece.length; far++) {
            byte[] bytes = Arrays.copyOf(noise, far + 2 * piece.length);
            System.arraycopy(piece, 0, bytes, 0, piece.length);
            System.arraycopy(piece, 0, bytes, far, piece.length);
            comesBack(bytes);
        }
    }

    @Test
    void codesThatWouldBeTooLongAreCutShort() throws DataFormatException {
        // Frequencies of Fibonacci make the deepest trees: 25 symbols a code of 24 bits, of which 15 are allowed.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = 1;
        long now = 1;
        Random random = new Random(7);
        for (int symbol = 0; symbol < 25; symbol++) {
            for (int i = 0; i < now; i++) {
                // No three bytes come back, so that each is a symbol.
                out.write(symbol);
                if (random.nextInt(3) > 0) {
                    out.write(100 + random.nextInt(3));
                }
            }
            long next = before + now;
            before = now;
            now = next;
        }
        comesBack(out.toByteArray());
        // Of one symbol alone, and of many blocks.
        comesBack(new byte[0]);
        comesBack(new byte[] {42});
        comesBack(text(100_000));
    }

    @Test
    void itIsAboutAsSmallAsZlibMakesIt() {
        byte[] bytes = text(30_000);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        int theirs = deflater.deflate(new byte[bytes.length]);
        assertThat(Deflate.zlib(bytes).length).isBetween(theirs * 9 / 10, theirs * 103 / 100);
    }

    /** Another program must find the same files to be unchanged: a change here makes every file of every index a new one. */
    @Test
    void theBytesAreTheSameOnEveryMachineAndInEveryVersion() {
        assertThat(Hash.of(Deflate.zlib(text(30_000))))
                .isEqualTo("7bd63647c29711e4cd37c5208d346490c750435fcc3cb072b13383cc6d4ef812");
    }
}
