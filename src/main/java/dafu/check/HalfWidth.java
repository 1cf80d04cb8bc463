package dafu.check;

import dafu.text.Han;
import dafu.text.Location;
import dafu.text.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Punctuation in Chinese text has full width. Numbers, times, Latin text, code and addresses keep what they have. */
final class HalfWidth implements LetterRule {
    private static final String HALF = ",:;?!().";
    private static final String FULL = "，：；？！（）。";
    private static final String OPENING = "“‘《（【〔「『";
    private static final String CLOSING = "”’》）】〕」』％%";
    private static final int LONGEST = 200;

    @Override
    public void check(Letter letter, Findings found) {
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
                report(letter, prose, i, found);
            }
        }
    }

    /** Han before the mark, and Han, a figure or the end of the line after it; a full stop only at the end. */
    private static boolean isChinese(String prose, int at) {
        int next = at + 1 < prose.length() && prose.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        boolean end = next >= prose.length() || prose.charAt(next) == '\n';
        if (at > 0 && prose.charAt(at - 1) == ')') {
            return prose.charAt(at) != '.' && is(prose, next, OPENING);
        }
        return is(prose, at - 1, CLOSING)
                && (end
                        || prose.charAt(at) != '.'
                                && (is(prose, next, OPENING) || Character.isDigit(prose.charAt(next))));
    }

    /** Pairs that hold Han and touch it. */
    private static void brackets(Letter letter, String prose, int from, int to, Findings found) {
        boolean holds =
                to - from <= LONGEST && prose.substring(from, to).codePoints().anyMatch(Han::isHan);
        if (holds && (is(prose, from - 1, CLOSING) || is(prose, to + 1, "，。；：、！？" + OPENING + CLOSING))) {
            report(letter, prose, from, found);
            report(letter, prose, to, found);
        }
    }

    private static void report(Letter letter, String prose, int at, Findings found) {
        char half = prose.charAt(at);
        String full = FULL.substring(HALF.indexOf(half), HALF.indexOf(half) + 1);
        // A space after a half-width mark only made room for it.
        boolean room = half != '(' && half != ')' && prose.startsWith(" ", at + 1) && !prose.startsWith(" \n", at + 1);
        Location where = letter.at(at, at + (room ? 2 : 1));
        found.add(
                "half-width",
                where,
                Message.of("汉字之间的“%s”是半角", "“%s” between Han characters is half-width", half),
                Message.of("改成“%s”", "write “%s”", full),
                Optional.of(full));
    }

    private static boolean is(String prose, int at, String marks) {
        return at >= 0 && at < prose.length() && (Han.isHan(prose.charAt(at)) || marks.indexOf(prose.charAt(at)) >= 0);
    }
}
