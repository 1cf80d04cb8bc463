package dafu.check;

import dafu.text.Han;
import dafu.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that a text lost, or got wrong, when it was taken out of a page or a scan. */
final class ExtractionDamage implements LetterRule {
    private static final Pattern LOST = Pattern.compile("第届|第次(?=会议|全会)|届次会议|第号(?=提案|建议|议案)|^年 ?月 ?日$");
    /** A year in Chinese numerals; its zero is 〇, and ○ is seen as well. */
    private static final Pattern YEAR = Pattern.compile("[一二三四五六七八九〇○零oо0]{4}(?=年)");

    private static final String ZEROS = "oо0";

    /** Without one of these the pattern need not be tried. */
    private static final List<String> SIGNS = List.of("第届", "第次", "届次", "第号", "年月", "年 月");

    @Override
    public void check(Letter letter, Findings found) {
        boolean may = SIGNS.stream().anyMatch(letter.prose()::contains);
        for (Letter.Line line : letter.lines()) {
            Matcher lost = LOST.matcher(may ? line.words() : "");
            while (lost.find()) {
                found.add(
                        "extraction-damage",
                        letter.at(line.start() + lost.start(), line.start() + lost.end()),
                        Message.of("“%s”丢了字", "characters are missing from “%s”", lost.group()),
                        Message.of("对照原件补上", "look at the original and put them back"));
            }
            Matcher year = YEAR.matcher(hasYear(line.words()) ? line.words() : "");
            while (year.find()) {
                for (int i = year.start(); i < year.end() && year.group().matches(".*[一二].*"); i++) {
                    if (ZEROS.indexOf(line.words().charAt(i)) >= 0) {
                        found.add(
                                "chinese-zero",
                                letter.at(line.start() + i, line.start() + i + 1),
                                Message.of("年份里的零应作〇", "the zero of a year is 〇"),
                                Message.of("写成 〇", "write 〇"),
                                Optional.of("〇"));
                    }
                }
            }
        }
    }

    /** A letter or a nought near 年, among Han characters. */
    private static boolean hasYear(String words) {
        for (int at = words.indexOf('年', 4); at >= 0; at = words.indexOf('年', at + 1)) {
            for (int i = at - 4; i < at; i++) {
                if (ZEROS.indexOf(words.charAt(i)) >= 0 && Han.isHan(words.charAt(at - 4))) {
                    return true;
                }
            }
        }
        return false;
    }
}
