package dafu.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address part of a name that no vocabulary gives an id: its pinyin, so that it can be read, and four characters
 * of the name's hash, so that two bodies that sound alike differ.
 *
 * <p>An address is permanent, so the same name gives the same slug on every JDK: all that is known of characters comes
 * from this package's tables. A slug matches {@code [a-z0-9]+(-[a-z0-9]+)*} and has at most 45 characters.
 */
public final class Slug {
    /** What stands for a name of which nothing can be spelled. */
    public static final String UNREADABLE = "x";

    private static final int MAX_STEM = 40;
    /** Five bits each; without 0, 1, l and o, which are misread when an address is typed from paper. */
    private static final String HASH_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int HASH_LENGTH = 4;
    /**
     * Where composing matters and every character was assigned by Unicode 5.2, so that no JDK normalises it in
     * another way: Latin, Greek, Cyrillic; kana; Hangul; compatibility ideographs.
     */
    private static final Pattern COMPOSED_ALIKE_EVERYWHERE =
            Pattern.compile("[\\x{0}-\\x{377}\\x{384}-\\x{38A}\\x{38E}-\\x{3A1}\\x{3A3}-\\x{523}\\x{1100}-\\x{1112}"
                    + "\\x{1161}-\\x{1175}\\x{11A8}-\\x{11C2}\\x{1E00}-\\x{1F15}\\x{3041}-\\x{3096}\\x{3099}-\\x{30FF}"
                    + "\\x{4E00}-\\x{9FA5}\\x{AC00}-\\x{D7A3}\\x{F900}-\\x{FA2D}\\x{FA30}-\\x{FA6A}\\x{FA70}-\\x{FAD9}"
                    + "\\x{2F800}-\\x{2FA1D}]+");

    private Slug() {}

    /** The slug of any text, an empty one too; a name without a letter that can be read gives {@code x-} and a hash. */
    public static String of(String name) {
        String composed = compose(name);
        return stem(composed) + "-" + hash(composed);
    }

    /** The same without the hash, which another name may have too. */
    public static String plain(String name) {
        return stem(compose(name));
    }

    private static String compose(String name) {
        return COMPOSED_ALIKE_EVERYWHERE
                .matcher(name)
                .replaceAll(run -> Matcher.quoteReplacement(Normalizer.normalize(run.group(), Normalizer.Form.NFC)));
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
        return stem.length() == 0 ? UNREADABLE : stem.toString();
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
