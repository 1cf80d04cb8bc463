package dafu.page;

import dafu.model.Strings;
import java.time.LocalDate;

/** Dates as the site's language writes them. */
final class Dates {
    private Dates() {}

    static Day day(Strings strings, LocalDate date) {
        String words = strings.get("date")
                .replace("{year}", String.valueOf(date.getYear()))
                .replace("{month}", strings.get("month." + date.getMonthValue()))
                .replace("{day}", String.valueOf(date.getDayOfMonth()));
        return new Day(date.toString(), words);
    }

    /** A date for programs (ISO 8601) and for readers. */
    public record Day(String iso, String words) {}
}
