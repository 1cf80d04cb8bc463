package dafu.importer;

import dafu.text.Han;
import java.util.ArrayDeque;
import java.util.Deque;

/** Half-width punctuation beside Han characters made full-width; numbers, times, addresses and Latin text keep theirs. */
final class Punctuation {
    private static final String HALF = ",:;?!";
    private static final String FULL = "，：；？！";
    private static final String OPENING = "“‘《（【〔「";
    private static final String CLOSING = "”’》）】〕」。，、；：？！％%";
    private static final int LONGEST = 500;

    private Punctuation() {}

    static String restored(String line) {
        StringBuilder text = new StringBuilder(line);
        brackets(text);
        quotes(text);
        StringBuilder restored = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int mark = HALF.indexOf(text.charAt(i));
            if (mark >= 0
                            && Han.isAt(text, i - 1, CLOSING)
                            && (i + 1 == text.length() || Han.isAt(text, i + 1, OPENING) || isWord(text, i + 1))
                    || mark >= 0 && Han.isAt(text, i + 1, OPENING) && i > 0 && isWord(text, i - 1)) {
                restored.append(FULL.charAt(mark));
                i += i + 1 < text.length() && text.charAt(i + 1) == ' ' ? 1 : 0;
            } else {
                restored.append(text.charAt(i));
            }
        }
        return restored.toString();
    }

    /** Pairs that hold Han, or that stand among Han and hold no year; inner pairs go with the outer one. */
    private static void brackets(StringBuilder text) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int close = 0; close < text.length(); close++) {
            if (text.charAt(close) == '(') {
                open.push(close);
            } else if (text.charAt(close) == ')' && !open.isEmpty() && close - open.peek() < LONGEST) {
                int from = open.pop();
                String inside = text.substring(from + 1, close);
                boolean among = (from == 0 || Han.isAt(text, from - 1, CLOSING))
                        && (close + 1 == text.length() || Han.isAt(text, close + 1, OPENING + CLOSING));
                if (inside.codePoints().anyMatch(Han::isHan)
                        || among && !inside.matches("(?:19|20)\\d\\d|[a-zA-Z .]+:.*")) {
                    text.setCharAt(from, '（');
                    text.setCharAt(close, '）');
                }
            }
        }
    }

    /** Straight quotes of a line that come in pairs, where they touch Han. */
    private static void quotes(StringBuilder text) {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            return;
        }
        for (int open = text.indexOf("\""); open >= 0; open = text.indexOf("\"", open + 1)) {
            int close = text.indexOf("\"", open + 1);
            if (close < 0) {
                return;
            }
            if (text.substring(open, close).codePoints().anyMatch(Han::isHan)) {
                text.setCharAt(open, '“');
                text.setCharAt(close, '”');
            }
            open = close;
        }
    }

    private static boolean isWord(CharSequence text, int at) {
        char c = at < text.length() ? text.charAt(at) : 'a';
        return c == ' ' || c < 0x80 && Character.isLetterOrDigit(c);
    }
}
