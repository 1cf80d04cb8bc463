package dafu.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The address part of a name that no vocabulary gives an id: its pinyin, so that it can be read, and four characters
 * of the name's hash, so that two bodies that sound alike differ.
 *
 * <p>An address is permanent, so the same name gives the same slug on every JDK: all that is known of characters comes
 * from this package's tables. A slug matches {@code [a-z0-9]+(-[a-z0-9]+)*} and has at most 45 characters.
 */
public final class Slug {
    private static final int MAX_STEM = 40;
    /** Five bits each; without 0, 1, l and o, which are misread when an address is typed from paper. */
    private static final String HASH_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int HASH_LENGTH = 4;
    /**
     * Where composing matters and every character was assigned by Unicode 5.2, so that no JDK normalises it in
     * another way: Latin, Greek, Cyrillic; kana; Hangul; compatibility ideographs.
     */
    private static final int[][] COMPOSED_ALIKE_EVERYWHERE = {
        {0x0000, 0x0377}, {0x0384, 0x038A}, {0x038E, 0x03A1}, {0x03A3, 0x0523}, {0x1100, 0x1112}, {0x1161, 0x1175},
        {0x11A8, 0x11C2}, {0x1E00, 0x1F15}, {0x3041, 0x3096}, {0x3099, 0x30FF}, {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3},
        {0xF900, 0xFA2D}, {0xFA30, 0xFA6A}, {0xFA70, 0xFAD9}, {0x2F800, 0x2FA1D},
    };

    private Slug() {}

    /** The slug of any text, an empty one too; a name without a letter that can be read gives {@code x-} and a hash. */
    public static String of(String name) {
        String composed = compose(name);
        return stem(composed) + "-" + hash(composed);
    }

    private static String compose(String name) {
        StringBuilder composed = new StringBuilder(name.length());
        int from = 0;
        for (int i = 0; i < name.length(); ) {
            int codePoint = name.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (!isComposedAlike(codePoint)) {
                composed.append(Normalizer.normalize(name.substring(from, i), Normalizer.Form.NFC));
                composed.append(name, i, next);
                from = next;
            }
            i = next;
        }
        return composed.append(Normalizer.normalize(name.substring(from), Normalizer.Form.NFC))
                .toString();
    }

    private static boolean isComposedAlike(int codePoint) {
        for (int[] range : COMPOSED_ALIKE_EVERYWHERE) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }

    private static String stem(String name) {
        StringBuilder stem = new StringBuilder();
        for (List<String> run : runs(Han.unaccented(name))) {
            String separator = stem.length() == 0 ? "" : "-";
            for (String unit : run) {
                if (stem.length() + separator.length() + unit.length() > MAX_STEM) {
                    // Only a Latin word can be longer than a stem: there is no syllable to cut at.
                    return stem.length() == 0 ? unit.substring(0, MAX_STEM) : stem.toString();
                }
                stem.append(separator).append(unit);
                separator = "";
            }
        }
        return stem.length() == 0 ? "x" : stem.toString();
    }

    /** The runs of a name, each of one or more units that are not cut: syllables, or one word. */
    private static List<List<String>> runs(String name) {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i < name.length(); ) {
            int end = i;
            if (Han.isHan(name.codePointAt(i))) {
                while (end < name.length() && Han.isHan(name.codePointAt(end))) {
                    end += Character.charCount(name.codePointAt(end));
                }
                runs.add(Pinyin.syllables(name.substring(i, end)).stream()
                        .filter(unit -> !unit.isEmpty())
                        .toList());
            } else {
                StringBuilder word = new StringBuilder();
                while (end < name.length() && isWithinWord(name.charAt(end))) {
                    word.append(spelling(name.charAt(end)));
                    end++;
                }
                if (word.length() > 0) {
                    runs.add(List.of(word.toString()));
                }
                end = Math.max(end, i + Character.charCount(name.codePointAt(i)));
            }
            i = end;
        }
        return runs;
    }

    /** An apostrophe or an accent that did not compose neither shows nor ends the word. */
    private static boolean isWithinWord(char unit) {
        return !spelling(unit).isEmpty() || unit == '\'' || unit == '’' || unit >= 0x300 && unit <= 0x36F;
    }

    private static String spelling(char unit) {
        return switch (unit) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            default -> unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9' ? String.valueOf(unit) : "";
        };
    }

    private static String hash(String name) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        int bits = (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | digest[2] & 0xFF;
        StringBuilder hash = new StringBuilder(HASH_LENGTH);
        for (int shift = 19; hash.length() < HASH_LENGTH; shift -= 5) {
            hash.append(HASH_ALPHABET.charAt(bits >>> shift & 31));
        }
        return hash.toString();
    }
}
