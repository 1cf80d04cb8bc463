package dafu.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How Han characters are read: one syllable of pinyin a character, lower case, without tones, v for ü.
 *
 * <p>{@code readings.txt} goes first, its words before its single characters, then {@code pinyin.txt}. Both are read
 * with the first Han character, which takes some ten milliseconds, so that a build without such names pays nothing.
 */
final class Pinyin {
    private static final int CODE_POINTS = 0x30000;
    private static final Pinyin TABLES = new Pinyin();

    /** For each code point of the first three planes an index into the syllables; 0 is the one that is not known. */
    private final char[] usual = new char[CODE_POINTS];

    private final List<String> syllables = new ArrayList<>(List.of(""));
    private final Map<Integer, String> corrected = new HashMap<>();
    private final Map<String, Word> words = new HashMap<>();
    private int longest;

    /** A word whose reading is known; its syllables are null where a character keeps its usual one. */
    private record Word(int rank, String[] syllables) {}

    /** A word found in a run of characters; the longest come first, then the order of {@code readings.txt}. */
    private record Match(int start, Word word) {
        private static final Comparator<Match> ORDER = Comparator.comparingInt((Match match) -> -match.length())
                .thenComparingInt(match -> match.word.rank)
                .thenComparingInt(Match::start);

        int length() {
            return word.syllables.length;
        }
    }

    private Pinyin() {
        for (String line : Resource.lines("pinyin.txt")) {
            int space = line.indexOf(' ');
            for (int i = space + 1; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
                usual[line.codePointAt(i)] = (char) syllables.size();
            }
            syllables.add(line.substring(0, space));
        }
        for (String line : Resource.lines("readings.txt")) {
            String[] parts = line.split(" ");
            if (parts.length == 2) {
                corrected.put(parts[0].codePointAt(0), parts[1]);
            }
            for (int i = 2; i < parts.length; i++) {
                addWord(parts[i], parts[0].charAt(0), parts[1]);
            }
        }
    }

    private void addWord(String text, char character, String syllable) {
        Word word = words.computeIfAbsent(text, added -> new Word(words.size(), new String[text.length()]));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == character) {
                word.syllables[i] = syllable;
            }
        }
        longest = Math.max(longest, text.length());
    }

    /** The syllables of a run of Han characters, one each; empty where no reading is known. */
    static List<String> syllables(String run) {
        return TABLES.read(
                run.codePoints().toArray(), Han.simplify(run).codePoints().toArray());
    }

    private List<String> read(int[] run, int[] simplified) {
        String[] syllables = new String[run.length];
        BitSet taken = new BitSet(run.length);
        for (Match match : matches(simplified)) {
            int end = match.start + match.length();
            if (taken.get(match.start, end).isEmpty()) {
                taken.set(match.start, end);
                System.arraycopy(match.word.syllables, 0, syllables, match.start, match.length());
            }
        }
        for (int i = 0; i < run.length; i++) {
            if (syllables[i] == null) {
                syllables[i] = usual(run[i], simplified[i]);
            }
        }
        return List.of(syllables);
    }

    /** The words that stand anywhere in the run, in the order in which they take their characters. */
    private List<Match> matches(int[] run) {
        List<Match> matches = new ArrayList<>();
        for (int start = 0; start < run.length; start++) {
            for (int length = 2; length <= longest && start + length <= run.length; length++) {
                Word word = words.get(new String(run, start, length));
                if (word != null) {
                    matches.add(new Match(start, word));
                }
            }
        }
        matches.sort(Match.ORDER);
        return matches;
    }

    /** A correction holds for both forms of a character; else one that merged with another (乾 with 干) keeps its own. */
    private String usual(int character, int simplified) {
        String correction = corrected.getOrDefault(character, corrected.get(simplified));
        if (correction != null) {
            return correction;
        }
        String own = usual(character);
        return own.isEmpty() ? usual(simplified) : own;
    }

    private String usual(int character) {
        return character < CODE_POINTS ? syllables.get(usual[character]) : "";
    }
}
