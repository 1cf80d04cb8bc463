package dafu.search;

import dafu.text.Han;
import dafu.text.Resource;

/**
 * What a line is found by: each searched character, each two that stand side by side, and words of letters and digits.
 * The script tokens.js does the same; one file of examples holds them together.
 */
final class Tokens {
    /** 0 separates, 1 makes words, 2 stands for itself; by UTF-16 unit. */
    private static final byte[] KINDS = kinds();

    private static final String CLOSING = ")]〕】";

    /** What takes the terms of a line. */
    interface Taker {
        void character(char c);

        void pair(char first, char second);

        /** A word, or, after {@code ~}, three characters of one; after {@code =}, a value of a facet. */
        void word(String prefix, CharSequence line, int from, int to);
    }

    private Tokens() {}

    /** The text without invisible characters, and with one space for any run of blank ones. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && isBlank(c) || isInvisible(c) || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                return cleaned(text);
            }
        }
        return text.strip();
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (!isInvisible(c) && !(blank && (clean.isEmpty() || clean.charAt(clean.length() - 1) == ' '))) {
                clean.append(blank ? ' ' : c);
            }
        }
        return clean.toString().strip();
    }

    private static boolean isBlank(char c) {
        return switch (c) {
            case 0xA0, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c <= ' ' || c >> 8 == 0x20 && c <= 0x200A;
        };
    }

    private static boolean isInvisible(char c) {
        int last = c & 0xFF;
        return c == 0xAD
                || c == 0xFEFF
                || c >> 8 == 0x20 && (last >= 0x0B && last < 0x10 || last >= 0x2A && last < 0x2F || last >> 4 == 6);
    }

    /** A clean text as it is compared: width, case and traditional characters folded, one unit for one. */
    static String fold(String text) {
        return Han.simplify(Han.fold(text));
    }

    /** Gives the terms of a clean and folded line. */
    static void of(String line, Taker to) {
        int length = line.length();
        int word = -1;
        byte before = 0;
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            byte kind = KINDS[c];
            if (kind != 0) {
                to.character(c);
                if (before != 0) {
                    to.pair(line.charAt(i - 1), c);
                }
            }
            if (kind == 1) {
                word = word < 0 ? i : word;
            } else if (word >= 0) {
                word(line, word, i, to);
                word = -1;
            }
            before = kind;
        }
        if (word >= 0) {
            word(line, word, length, to);
        }
    }

    private static void word(String line, int from, int to, Taker taker) {
        taker.word("", line, from, to);
        for (int i = from; i + 3 <= to; i++) {
            taker.word("~", line, i, i + 3);
        }
        int digits = from;
        while (digits < to && isDigit(line.charAt(digits))) {
            digits++;
        }
        if (digits < to) {
            return;
        }
        int significant = from;
        while (significant < to - 1 && line.charAt(significant) == '0') {
            significant++;
        }
        if (significant > from) {
            taker.word("", line, significant, to);
        }
        int year = documentYear(line, from);
        if (year >= 0) {
            taker.word(line.substring(year, year + 4) + "/", line, from, to);
        }
    }

    /** Where the year stands in a document's number such as 〔2021〕第 55 号, of which this is the place of 55; or -1. */
    static int documentYear(String line, int number) {
        int at = number - 1;
        while (at > 0 && (line.charAt(at) == ' ' || line.charAt(at) == '第')) {
            at--;
        }
        if (at < 4 || CLOSING.indexOf(line.charAt(at)) < 0) {
            return -1;
        }
        for (int i = at - 4; i < at; i++) {
            if (!isDigit(line.charAt(i))) {
                return -1;
            }
        }
        return at - 4;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The table of searched characters, on one line. */
    static String table() {
        return String.join(" ", Resource.lines(Tokens.class, "characters.txt"));
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        String[] words = table().split(" ");
        for (int i = 0; i < words.length; i += 3) {
            for (int c = Integer.parseInt(words[i], 16); c <= Integer.parseInt(words[i + 1], 16); c++) {
                kinds[c] = Byte.parseByte(words[i + 2]);
            }
        }
        return kinds;
    }
}
