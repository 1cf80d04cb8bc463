package dafu.read;

import dafu.text.Slug;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that official letters put before headings: 一、 then （一） then 1. then （1）; they make short, lasting anchors. */
final class HeadingNumber {
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:第)?[（(]?\\s*([一二三四五六七八九十百零〇]{1,5}|\\d{1,3})\\s*(?:[）)]|[、.．]|(?:部分|章|节|条)[：:]?\\s*).*", Pattern.DOTALL);

    private HeadingNumber() {}

    /**
     * The anchor of a heading: {@code s} and its numbers from the top, else its sound.
     *
     * @param above the numbers of the headings above, by level; updated
     */
    static String anchor(String words, int level, String[] above) {
        for (int i = level; i < above.length; i++) {
            above[i] = null;
        }
        Matcher matcher = NUMBERED.matcher(words);
        if (!matcher.matches()) {
            return Slug.of(words);
        }
        above[level] = String.valueOf(value(matcher.group(1)));
        StringBuilder anchor = new StringBuilder("s");
        for (int i = 0; i <= level; i++) {
            if (above[i] != null) {
                anchor.append(anchor.length() > 1 ? "-" : "").append(above[i]);
            }
        }
        return anchor.toString();
    }

    private static int value(String number) {
        if (number.charAt(0) <= '9') {
            return Integer.parseInt(number);
        }
        int total = 0;
        int digit = 0;
        for (char c : number.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            if (unit > 0) {
                total += Math.max(1, digit) * unit;
                digit = 0;
            } else {
                digit = Math.max(0, "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c));
            }
        }
        return total + digit;
    }
}
