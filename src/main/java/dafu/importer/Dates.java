package dafu.importer;

import dafu.text.Han;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the forms that letters have; one that can be read in two ways stays undecided. */
final class Dates {
    private static final String DIGIT = "[\\d一二三四五六七八九十〇○◯零oοо]";
    private static final Pattern PARTS = Pattern.compile("(" + DIGIT + "{4})([年\\-/.]?)(" + DIGIT + "{1,3})([月\\-/.])("
            + DIGIT + "{1,3})日?(?:t?\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern RUN = Pattern.compile("((?:19|20)\\d\\d)年?(\\d{2,4})日?");
    private static final int LONGEST = 40;
    private static final String ZEROS = "〇○◯零oοо";
    private static final String UNITS = "一二三四五六七八九";

    /** The possible days of a date: none where it is no day of the calendar. */
    record Reading(List<LocalDate> days, Finding.Certainty certainty) {
        Optional<LocalDate> day() {
            return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
        }
    }

    private Dates() {}

    /** The date that a text is, and is alone; brackets and spaces around and within do not count. */
    static Optional<Reading> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = Han.fold(text).replaceAll("(?<=\\d) +(?=\\d{1,2}:)", "t").replaceAll("[\\s()\\[\\]【】]", "");
        Matcher parts = PARTS.matcher(bare);
        if (parts.matches()) {
            TreeSet<LocalDate> day = new TreeSet<>();
            add(day, number(parts.group(1)), number(parts.group(3)), number(parts.group(5)));
            boolean whole = !parts.group(2).isEmpty() && (bare.indexOf('月') < 0 || bare.indexOf('日') > 0);
            return Optional.of(
                    new Reading(List.copyOf(day), whole ? Finding.Certainty.CERTAIN : Finding.Certainty.LIKELY));
        }
        Matcher run = RUN.matcher(bare);
        if (!run.matches()) {
            return Optional.empty();
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        int year = Integer.parseInt(run.group(1));
        String rest = run.group(2);
        for (int cut = 1; cut <= 2 && cut < rest.length(); cut++) {
            // Nobody writes 07 for the month and 5 for the day, or the other way round.
            boolean padded = rest.charAt(0) == '0' || rest.charAt(cut) == '0';
            if (rest.length() - cut <= 2 && (!padded || rest.length() == 4)) {
                add(days, year, Integer.parseInt(rest.substring(0, cut)), Integer.parseInt(rest.substring(cut)));
            }
        }
        boolean month = rest.length() == 2 && Integer.parseInt(rest) <= 12;
        return month ? Optional.empty() : Optional.of(new Reading(List.copyOf(days), Finding.Certainty.LIKELY));
    }

    private static void add(TreeSet<LocalDate> days, int year, int month, int day) {
        try {
            if (year >= 1949 && year < 2100) {
                days.add(LocalDate.of(year, month, day));
            }
        } catch (DateTimeException impossible) {
            // No such day: one reading less.
        }
    }

    /** A numeral, Arabic or Chinese, read by its digits (二〇二三) or its tens (二十三). */
    static int number(String numeral) {
        int total = 0;
        int digit = 0;
        for (char c : numeral.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            if (unit > 0) {
                total += Math.max(1, digit) * unit;
                digit = 0;
            } else {
                int value = ZEROS.indexOf(c) >= 0 ? 0 : UNITS.indexOf(c) >= 0 ? UNITS.indexOf(c) + 1 : c - '0';
                digit = digit * 10 + value;
            }
        }
        return total + digit;
    }
}
