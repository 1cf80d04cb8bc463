package dafu.check;

import dafu.text.Diagnostic;
import dafu.text.Han;
import java.util.ArrayDeque;
import java.util.Deque;

/** Punctuation in Chinese text. Numbers, times, Latin text, code and addresses keep what they have. */
final class Marks {
    private static final String HALF = ",:;?!().";
    private static final String FULL = "，：；？！（）。";
    private static final String OPENING = "“‘《（【〔「『";
    private static final String CLOSING = "”’》）】〕」』％%";
    private static final int LONGEST = 200;
    private static final String OPENING_BRACKETS = "（《〔【「『〈";
    private static final String CLOSING_BRACKETS = "）》〕】」』〉";
    private static final String COUNTED = "0123456789一二三四五六七八九十０１２３４５６７８９①②③④⑤ⅠⅡⅢⅣⅤabcdeABCDE";

    private Marks() {}

    /** Punctuation has full width. */
    static void halfWidth(Letter letter, Findings found) {
        String prose = letter.prose();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < prose.length(); i++) {
            char c = prose.charAt(i);
            if (c == '\n') {
                open.clear();
            } else if (c == '(') {
                open.push(i);
            } else if (c == ')' && !open.isEmpty()) {
                brackets(letter, prose, open.pop(), i, found);
            } else if (c < '@' && HALF.indexOf(c) >= 0 && isChinese(prose, i)) {
                halfWidth(letter, prose, i, found);
            }
        }
    }

    /** Han before the mark, and Han, a figure or the end of the line after it; a full stop only at the end. */
    private static boolean isChinese(String prose, int at) {
        int next = at + 1 < prose.length() && prose.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        boolean end = next >= prose.length() || prose.charAt(next) == '\n';
        if (at > 0 && prose.charAt(at - 1) == ')') {
            return prose.charAt(at) != '.' && Han.isAt(prose, next, OPENING);
        }
        return Han.isAt(prose, at - 1, CLOSING)
                && (end
                        || prose.charAt(at) != '.'
                                && (Han.isAt(prose, next, OPENING) || Character.isDigit(prose.charAt(next))));
    }

    /** Pairs that hold Han and touch it. */
    private static void brackets(Letter letter, String prose, int from, int to, Findings found) {
        boolean holds =
                to - from <= LONGEST && prose.substring(from, to).codePoints().anyMatch(Han::isHan);
        if (holds && (Han.isAt(prose, from - 1, CLOSING) || Han.isAt(prose, to + 1, "，。；：、！？" + OPENING + CLOSING))) {
            halfWidth(letter, prose, from, found);
            halfWidth(letter, prose, to, found);
        }
    }

    private static void halfWidth(Letter letter, String prose, int at, Findings found) {
        char half = prose.charAt(at);
        String full = String.valueOf(FULL.charAt(HALF.indexOf(half)));
        // A space after a half-width mark only made room for it.
        boolean room = half != '(' && half != ')' && prose.startsWith(" ", at + 1) && !prose.startsWith(" \n", at + 1);
        found.add(Diagnostic.of("half-width", letter.at(at, at + (room ? 2 : 1)), half, full)
                .mendedBy(full));
    }

    /** Brackets and title marks come in pairs within a paragraph. Quotation marks may run over several. */
    static void unclosed(Letter letter, Findings found) {
        String prose = letter.prose();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i <= prose.length(); i++) {
            char c = i < prose.length() ? prose.charAt(i) : '\n';
            if (c > '】' && c < '（') {
                continue;
            }
            int closes = CLOSING_BRACKETS.indexOf(c);
            if (OPENING_BRACKETS.indexOf(c) >= 0) {
                open.push(i);
            } else if (closes >= 0) {
                if (!open.isEmpty() && prose.charAt(open.peek()) == OPENING_BRACKETS.charAt(closes)) {
                    open.pop();
                } else if (i > 0 && COUNTED.indexOf(prose.charAt(i - 1)) < 0) {
                    found.add("unclosed-bracket", letter.at(i, i + 1), c);
                }
            } else if (c == '\n' && (i == prose.length() || prose.startsWith("\n", i + 1))) {
                open.forEach(at -> found.add("unclosed-bracket", letter.at(at, at + 1), prose.charAt(at)));
                open.clear();
            }
        }
    }
}
