package dafu.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What counts as a Han character, and which characters are held to be the same when texts are compared.
 *
 * <p>Everything comes from tables in this package's resources, never from the JDK's own Unicode data: JDK 17 and 25
 * know different versions, and the search in the browser has to agree with the build, so both read the same files.
 * Every mapping replaces one UTF-16 unit by one: a position in the result is a position in the text.
 */
public final class Han {
    static final int UNITS = 0x10000;
    private static final Table FOLD = Table.read(Resource.lines("fold.txt"));

    private Han() {}

    /** Whether a code point is an ideograph, 〇 among them; punctuation, radicals and kana are not. */
    public static boolean isHan(int codePoint) {
        for (int[] range : FOLD.han()) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }

    /** Whether an ideograph or one of these marks stands at a place; nothing stands outside of the text. */
    public static boolean isAt(CharSequence text, int at, String marks) {
        return at >= 0 && at < text.length() && (isHan(text.charAt(at)) || marks.indexOf(text.charAt(at)) >= 0);
    }

    /** The text with full-width forms made half-width and letters (Latin, Greek, Cyrillic) made lower case. */
    public static String fold(String text) {
        return map(text, FOLD.fold());
    }

    /** The text folded, and its Latin letters without their diacritics: for comparing, not for showing. */
    public static String unaccented(String text) {
        return map(fold(text), FOLD.base());
    }

    /**
     * The text with traditional characters replaced by simplified ones, one for one: for comparing, not for showing,
     * since a few characters (著, 乾, 瞭) also stand in simplified texts and are replaced there too.
     */
    public static String simplify(String text) {
        return map(text, Simplified.TABLE);
    }

    /** The text with each unit replaced by what the table has for it; 0 stands for the unit itself. */
    private static String map(String text, char[] table) {
        char[] mapped = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < mapped.length; i++) {
            char to = table[mapped[i]];
            if (to != 0) {
                mapped[i] = to;
                changed = true;
            }
        }
        return changed ? new String(mapped) : text;
    }

    /** A class of its own, so that the table is read when a text is first simplified. */
    private static final class Simplified {
        static final char[] TABLE = read();

        private static char[] read() {
            char[] table = new char[UNITS];
            for (String line : Resource.lines("simplified.txt")) {
                for (String pair : line.split(" ")) {
                    table[pair.charAt(0)] = pair.charAt(1);
                }
            }
            return table;
        }
    }

    /**
     * {@code fold.txt}, read: its head describes the lines, and the JavaScript side reads the same file.
     *
     * @param han ranges of code points, ascending, both ends included
     * @param fold for each UTF-16 unit what it folds to, 0 where it stays
     * @param base for each folded letter with a diacritic the letter without, 0 for all others
     */
    private record Table(int[][] han, char[] fold, char[] base) {
        static Table read(List<String> lines) {
            List<int[]> han = new ArrayList<>();
            char[] fold = new char[UNITS];
            char[] base = new char[UNITS];
            for (String line : lines) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "han" -> han.add(new int[] {hex(words[1]), hex(words[2])});
                    case "shift" -> {
                        for (int from = hex(words[1]), to = hex(words[3]); from <= hex(words[2]); from++, to++) {
                            fold[from] = (char) to;
                        }
                    }
                    case "pairs" -> {
                        for (int i = 0; i < words[1].length(); i += 2) {
                            fold[words[1].charAt(i)] = words[1].charAt(i + 1);
                        }
                    }
                    case "base" -> {
                        for (int i = 0; i < words[2].length(); i++) {
                            base[words[2].charAt(i)] = words[1].charAt(0);
                        }
                    }
                    default -> throw new IllegalStateException("fold.txt has a line that begins with " + words[0]);
                }
            }
            return new Table(han.toArray(new int[0][]), fold, base);
        }

        private static int hex(String digits) {
            return Integer.parseInt(digits, 16);
        }
    }
}
