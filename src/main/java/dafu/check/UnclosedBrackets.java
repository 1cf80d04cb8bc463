package dafu.check;

import dafu.text.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/** Brackets and title marks come in pairs within a paragraph. Quotation marks may run over several. */
final class UnclosedBrackets implements LetterRule {
    private static final String OPENING = "（《〔【「『〈";
    private static final String CLOSING = "）》〕】」』〉";
    private static final String COUNTED = "0123456789一二三四五六七八九十０１２３４５６７８９①②③④⑤ⅠⅡⅢⅣⅤabcdeABCDE";

    @Override
    public void check(Letter letter, Findings found) {
        String prose = letter.prose();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < prose.length(); i++) {
            char c = prose.charAt(i);
            if (c > '】' && c < '（') {
                continue;
            }
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0) {
                char other = OPENING.charAt(CLOSING.indexOf(c));
                if (!open.isEmpty() && prose.charAt(open.peek()) == other) {
                    open.pop();
                } else if (i > 0 && COUNTED.indexOf(prose.charAt(i - 1)) < 0) {
                    report(letter, i, c, found);
                }
            } else if (c == '\n' && prose.startsWith("\n", i + 1)) {
                all(letter, prose, open, found);
            }
        }
        all(letter, prose, open, found);
    }

    private static void all(Letter letter, String prose, Deque<Integer> open, Findings found) {
        open.forEach(at -> report(letter, at, prose.charAt(at), found));
        open.clear();
    }

    private static void report(Letter letter, int at, char bracket, Findings found) {
        found.add(
                "unclosed-bracket",
                letter.at(at, at + 1),
                Message.of("“%s”在这一段里没有另一半", "“%s” has no other half in this paragraph", bracket),
                Message.of("补上另一半，或删去", "add the other half, or take it out"));
    }
}
