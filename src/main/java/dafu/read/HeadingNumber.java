package dafu.read;

import dafu.text.Numerals;
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
        above[level] = String.valueOf(Numerals.value(matcher.group(1)));
        StringBuilder anchor = new StringBuilder("s");
        for (int i = 0; i <= level; i++) {
            if (above[i] != null) {
                anchor.append(anchor.length() > 1 ? "-" : "").append(above[i]);
            }
        }
        return anchor.toString();
    }
}
