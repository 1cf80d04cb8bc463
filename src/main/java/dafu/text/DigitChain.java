package dafu.text;

import java.util.Arrays;

/** Groups of digits joined by single spaces or hyphens, as people write long numbers; either width of digit. */
final class DigitChain {
    private static final int MOST_GROUPS = 12;
    private static final int MOST_DIGITS = 24;

    private final String text;
    private final int[] places = new int[MOST_DIGITS];
    private final int[] digitsBy = new int[MOST_GROUPS + 1];
    private int groups;

    private DigitChain(String text) {
        this.text = text;
    }

    static DigitChain read(String text, int at) {
        DigitChain chain = new DigitChain(text);
        int digits = 0;
        int from = at;
        while (chain.groups < MOST_GROUPS) {
            int to = runEnd(text, from, MOST_DIGITS - digits + 1);
            if (to - from > MOST_DIGITS - digits) {
                break;
            }
            for (int i = from; i < to; i++) {
                chain.places[digits++] = i;
            }
            chain.digitsBy[++chain.groups] = digits;
            if (!goesOn(text, to)) {
                break;
            }
            from = to + 1;
        }
        return chain;
    }

    static int runEnd(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && Width.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether one separator and a further digit stand here. */
    static boolean goesOn(String text, int at) {
        return at + 1 < text.length() && isSeparator(text.charAt(at)) && Width.isDigit(text.charAt(at + 1));
    }

    static boolean isSpace(char c) {
        return Width.fold(c) == ' ';
    }

    static boolean isHyphen(char c) {
        return "-‐‑–—".indexOf(Width.fold(c)) >= 0;
    }

    private static boolean isSeparator(char c) {
        return isSpace(c) || isHyphen(c);
    }

    String text() {
        return text;
    }

    int start() {
        return places[0];
    }

    int groups() {
        return groups;
    }

    boolean isGrouped() {
        return groups > 1;
    }

    /** How many digits the first groups hold together. */
    int digitsIn(int firstGroups) {
        return digitsBy[firstGroups];
    }

    /** Where the text goes on after the first groups. */
    int end(int firstGroups) {
        return places[digitsBy[firstGroups] - 1] + 1;
    }

    int digit(int index) {
        return Width.fold(text.charAt(places[index])) - '0';
    }

    int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(i);
        }
        return number;
    }

    /** Where the digits of these indices stand in the text. */
    int[] places(int from, int to) {
        return Arrays.copyOfRange(places, from, to);
    }

    /** The separator in front of a digit, or NUL where it follows the digit before it. */
    char separatorBefore(int index) {
        return index > 0 && places[index] > places[index - 1] + 1 ? Width.fold(text.charAt(places[index] - 1)) : '\0';
    }

    /** NUL outside of the text. */
    char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
    }
}
