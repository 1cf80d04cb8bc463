package dafu.text;

/** Numerals as letters write them. */
public final class Numerals {
    private static final String DIGITS = "一二三四五六七八九";

    private Numerals() {}

    /** The value of a numeral, Arabic or Chinese, read by its digits (二〇二三) or its tens (二十三). */
    public static int value(String numeral) {
        int total = 0;
        int digit = 0;
        for (char c : numeral.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            total += unit * Math.max(1, digit);
            digit = unit > 0 ? 0 : digit * 10 + (c >= '0' && c <= '9' ? c - '0' : DIGITS.indexOf(c) + 1);
        }
        return total + digit;
    }
}
