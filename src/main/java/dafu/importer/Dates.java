package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Han;
import dafu.text.Numerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Dates in the forms that letters have; one that can be read in two ways stays undecided. */
final class Dates {
    private static final int LONGEST = 40;

    /** The possible days of a date: none where it is no day of the calendar. */
    record Reading(List<LocalDate> days, Certainty certainty) {}

    private Dates() {}

    /** The date that a text is, and is alone; brackets and spaces around and within do not count. */
    static Optional<Reading> read(String text) {
        String folded = text.length() > LONGEST ? "" : Han.fold(text);
        String bare = folded.replaceAll("(?<=\\d) +(?=\\d{1,2}:)", "t").replaceAll("[\\s()\\[\\]【】]", "");
        List<LocalDate> days = new ArrayList<>();
        Matcher parts = Words.matcher("date", bare);
        if (parts.matches()) {
            add(days, Numerals.value(parts.group(1)), Numerals.value(parts.group(3)), Numerals.value(parts.group(5)));
            boolean whole = !parts.group(2).isEmpty() && (bare.indexOf('月') < 0 || bare.indexOf('日') > 0);
            return Optional.of(new Reading(days, whole ? Certainty.CERTAIN : Certainty.LIKELY));
        }
        Matcher run = Words.matcher("date-without-words", bare);
        if (!run.matches() || run.group(2).matches("0\\d|1[012]")) {
            return Optional.empty();
        }
        String rest = run.group(2);
        for (int cut = 1; cut <= 2 && cut < rest.length(); cut++) {
            // Nobody writes 07 for the month and 5 for the day, or the other way round.
            boolean padded = rest.charAt(0) == '0' || rest.charAt(cut) == '0';
            if (rest.length() - cut <= 2 && (!padded || rest.length() == 4)) {
                add(
                        days,
                        Numerals.value(run.group(1)),
                        Numerals.value(rest.substring(0, cut)),
                        Numerals.value(rest.substring(cut)));
            }
        }
        return Optional.of(new Reading(days, Certainty.LIKELY));
    }

    private static void add(List<LocalDate> days, int year, int month, int day) {
        try {
            days.add(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            // No such day: one reading less.
        }
    }
}
