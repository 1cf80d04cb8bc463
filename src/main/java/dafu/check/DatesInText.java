package dafu.check;

import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Numerals;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in a letter are days of the calendar, and still have their 年 and 月. */
final class DatesInText implements LetterRule {
    private static final String NUMERAL = "(\\d{1,4}|[一二三四五六七八九十]{1,3})";
    private static final Pattern DATE = Pattern.compile(
            "(?=[\\d一二三四五六七八九〇○零十])(?<![\\d一二三四五六七八九十]|[农阴夏旧古]历.{0,6})(?:([12]\\d{3}|[一二三四五六七八九〇○零]{4})年)?" + NUMERAL
                    + "月" + NUMERAL + "日");
    private static final Pattern RUN = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(\\d{2,4})日(?!元|[均产处供])");
    private static final Pattern ALONE = Pattern.compile("((?:19|20)\\d\\d)(\\d{2,4})");

    @Override
    public void check(Letter letter, Findings found) {
        for (Letter.Line line : letter.lines()) {
            if (!Character.isDigit(line.words().charAt(0)) && line.words().indexOf('日') < 0) {
                continue;
            }
            Matcher date = DATE.matcher(line.words().indexOf('月') < 0 ? "" : line.words());
            while (date.find()) {
                int year = date.group(1) == null
                        ? 2000
                        : Numerals.value(date.group(1).replace('零', '〇'));
                if (!isDay(year, Numerals.value(date.group(2)), Numerals.value(date.group(3)))) {
                    found.add(
                            "date-impossible",
                            at(letter, line, date),
                            Message.of("日历上没有“%s”", "no calendar has “%s”", date.group()),
                            Message.of("对照原件改正；原件就印错的，写豁免", "look at the original; waive a misprint"));
                }
            }
            Matcher run = RUN.matcher(hasRun(line.words()) ? line.words() : "");
            while (run.find()) {
                run(letter, line, run, found);
            }
            Matcher alone = ALONE.matcher(line.words());
            if (alone.matches()) {
                run(letter, line, alone, found);
            }
        }
    }

    /** A look before the pattern, which few lines need. */
    private static boolean hasRun(String words) {
        for (int day = words.indexOf('日', 2); day >= 0; day = words.indexOf('日', day + 1)) {
            if (Character.isDigit(words.charAt(day - 1)) && Character.isDigit(words.charAt(day - 2))) {
                return true;
            }
        }
        return false;
    }

    /** Digits that can be read as no day at all are an amount. */
    private static void run(Letter letter, Letter.Line line, Matcher run, Findings found) {
        List<String> readings = readings(Numerals.value(run.group(1)), run.group(2));
        if (readings.isEmpty()) {
            return;
        }
        boolean two = readings.size() > 1;
        found.add(
                two ? "date-ambiguous" : "extraction-damage",
                at(letter, line, run),
                two
                        ? Message.of("“%s”可以读成 %s", "“%s” can be read as %s", run.group(), String.join("、", readings))
                        : Message.of("“%s”丢了年、月两字", "“%s” lost its 年 and 月", run.group()),
                two
                        ? Message.of("对照原件写全", "look at the original and write it in full")
                        : Message.of("大概是 %s，请对照原件", "probably %s; look at the original", readings.get(0)));
    }

    /** The days that a year and the digits of month and day can mean; nobody writes 07 for the one and 5 for the other. */
    private static List<String> readings(int year, String rest) {
        List<String> readings = new ArrayList<>();
        for (int cut = 1; cut <= 2 && cut < rest.length(); cut++) {
            boolean padded = rest.charAt(0) == '0' || rest.charAt(cut) == '0';
            int month = Integer.parseInt(rest.substring(0, cut));
            int day = Integer.parseInt(rest.substring(cut));
            if (rest.length() - cut <= 2 && (!padded || rest.length() == 4) && isDay(year, month, day)) {
                readings.add(year + "年" + month + "月" + day + "日");
            }
        }
        return readings;
    }

    static boolean isDay(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
    }

    private static Location at(Letter letter, Letter.Line line, Matcher matcher) {
        return letter.at(line.start() + matcher.start(), line.start() + matcher.end());
    }
}
