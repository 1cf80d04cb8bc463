package dafu.check;

import dafu.text.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that a text lost, or got wrong, when it was taken out of a page or a scan. */
final class ExtractionDamage implements LetterRule {
    private static final Pattern LOST = Pattern.compile("第届|第次(?=会议|全会)|届次会议|第号(?=提案|建议|议案)|^年 ?月 ?日$");
    /** A year in Chinese numerals; its zero is 〇, and ○ is seen as well. */
    private static final Pattern YEAR = Pattern.compile("[一二三四五六七八九〇○零oо0]{4}(?=年)");

    @Override
    public void check(Letter letter, Findings found) {
        for (Letter.Line line : letter.lines()) {
            Matcher lost = LOST.matcher(line.words());
            while (lost.find()) {
                found.add(
                        "extraction-damage",
                        letter.at(line.start() + lost.start(), line.start() + lost.end()),
                        Message.of("“%s”丢了字", "characters are missing from “%s”", lost.group()),
                        Message.of("对照原件补上", "look at the original and put them back"));
            }
            Matcher year = YEAR.matcher(line.words().indexOf('年') < 0 ? "" : line.words());
            while (year.find()) {
                for (int i = year.start(); i < year.end() && year.group().matches(".*[一二].*"); i++) {
                    if ("oо0".indexOf(line.words().charAt(i)) >= 0) {
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
}
