package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Han;
import dafu.text.Numerals;
import java.time.LocalDate;
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
        Matcher parts = Words.matcher("date", bare);
        if (parts.matches()) {
            int month = Numerals.value(parts.group(3));
            Optional<LocalDate> day =
                    Numerals.day(Numerals.value(parts.group(1)), month, Numerals.value(parts.group(5)));
            boolean whole = !parts.group(2).isEmpty() && (bare.indexOf('月') < 0 || bare.indexOf('日') > 0);
            return Optional.of(new Reading(day.stream().toList(), whole ? Certainty.CERTAIN : Certainty.LIKELY));
        }
        Matcher run = Words.matcher("date-without-words", bare);
        if (!run.matches() || run.group(2).matches("0\\d|1[012]")) {
            return Optional.empty();
        }
        return Optional.of(new Reading(Numerals.days(Numerals.value(run.group(1)), run.group(2)), Certainty.LIKELY));
    }
}
