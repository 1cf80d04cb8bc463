package dafu.text;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code fold.txt}, read: its head describes the lines, and the JavaScript side reads the same file.
 *
 * @param han ranges of code points, ascending, both ends included
 * @param fold for each UTF-16 unit what it folds to, 0 where it stays
 * @param base for each folded letter with a diacritic the letter without, 0 for all others
 */
record FoldTable(int[][] han, char[] fold, char[] base) {
    static FoldTable read(List<String> lines) {
        List<int[]> han = new ArrayList<>();
        char[] fold = new char[Han.UNITS];
        char[] base = new char[Han.UNITS];
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
        return new FoldTable(han.toArray(new int[0][]), fold, base);
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
