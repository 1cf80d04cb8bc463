package dafu.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numerals as letters write them. */
public final class Numerals {
    /** The Chinese digits, each at its value. */
    public static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** The value of a numeral, Arabic or Chinese, read by its digits (二〇二三) or its tens (二十三). */
    public static int value(String numeral) {
        int total = 0;
        int digit = 0;
        for (char c : numeral.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            total += unit * Math.max(1, digit);
            digit = unit > 0 ? 0 : digit * 10 + (c >= '0' && c <= '9' ? c - '0' : Math.max(0, DIGITS.indexOf(c)));
        }
        return total + digit;
    }

    /** The day of the calendar, if there is one. */
    public static Optional<LocalDate> day(int year, int month, int day) {
        boolean is =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return is ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** The days that a year and the digits of month and day can mean; nobody writes 07 for the one and 5 for the other. */
    public static List<LocalDate> days(int year, String digits) {
        List<LocalDate> days = new ArrayList<>();
        for (int cut = 1; cut <= 2 && cut < digits.length(); cut++) {
            boolean padded = digits.charAt(0) == '0' || digits.charAt(cut) == '0';
            if (digits.length() - cut <= 2 && (!padded || digits.length() == 4)) {
                day(year, value(digits.substring(0, cut)), value(digits.substring(cut)))
                        .ifPresent(days::add);
            }
        }
        return days;
    }
}
