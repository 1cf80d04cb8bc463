package dafu.text;

import java.util.Arrays;

/** What single characters are to a reader: digits of whatever script, what opens something else, what cannot be seen. */
final class Glyphs {
    /* What a character is; nothing of these where it is what it is. */
    static final byte DIGIT = 1;
    static final byte OPEN = 2;
    static final byte ENTITY = 3;
    static final byte ESCAPE = 4;
    static final byte BREAK = 5;
    static final byte MARK = 6;
    static final byte DROP = 7;
    static final byte NUMERAL = 8;
    static final byte OTHER_DIGIT = 9;
    static final byte PAIR = 10;
    private static final byte[] KIND = kinds();

    private Glyphs() {}

    static byte kind(int c) {
        return KIND[c];
    }

    /** What 一 or 〇 counts. */
    static char numeral(char c) {
        return (char) ('0' + (c == '幺' ? 1 : Math.max(0, Numerals.DIGITS.indexOf(c))));
    }

    /** Superscript, circled and Arabic digits, each row from where its one or its nought stands. */
    static int otherDigit(int c) {
        return switch (c >> 4) {
            case 0xB -> c == 0xB9 ? 1 : c & 0xF;
            case 0x246 -> (c & 0xF) + 1;
            case 0x24E -> 0;
            case 0x277 -> c - 0x2775;
            default -> c & 0xF;
        };
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        fill(kinds, DIGIT, "09０９");
        fill(
                kinds,
                OTHER_DIGIT,
                "\u2070\u2070\u2074\u2079\u2080\u2089\u2460\u2468\u24EA\u24EA\u2776\u277E\u00B2\u00B3\u00B9\u00B9");
        fill(kinds, OTHER_DIGIT, "\u0660\u0669\u06F0\u06F9");
        fill(
                kinds,
                DROP,
                "\u00AD\u00AD\u0300\u036F\u061C\u061C\u115F\u1160\u180B\u180E\u200B\u200F\u202A\u202E\u2060\u206F");
        fill(kinds, DROP, "\u20E0\u20E3\u3164\u3164\uFE00\uFE0F\uFEFF\uFEFF\uFFA0\uFFA0");
        fill(kinds, PAIR, "\uD800\uDBFF");
        kinds['<'] = OPEN;
        kinds['&'] = ENTITY;
        kinds['\\'] = ESCAPE;
        kinds['%'] = ESCAPE;
        kinds['\n'] = BREAK;
        kinds['\r'] = BREAK;
        "*_~`".chars().forEach(c -> kinds[c] = MARK);
        (Numerals.DIGITS + "〇○幺").chars().forEach(c -> kinds[c] = NUMERAL);
        return kinds;
    }

    /** Pairs of a first and a last character. */
    private static void fill(byte[] kinds, byte kind, String ranges) {
        for (int i = 0; i < ranges.length(); i += 2) {
            Arrays.fill(kinds, ranges.charAt(i), ranges.charAt(i + 1) + 1, kind);
        }
    }
}
