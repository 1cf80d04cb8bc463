package dafu.importer;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file once it is text, masked: its lines, which of them are the letter, and what the page says about itself.
 *
 * @param from the first line of the letter; what stands before it is around it on the page
 * @param to behind the last line of the letter
 * @param said values that the page or the list names, by key
 * @param places how a line of the text is found in the file
 */
record Page(
        Source text,
        int from,
        int to,
        Map<String, Said> said,
        Optional<String> url,
        Places places,
        List<Diagnostic> noticed) {
    /** A value as written, and where: the name of a meta tag or of a column. */
    record Said(String value, String where) {}

    /** What line 3 of the text is in the file: line 3, something on a page, or something in the row that begins at a line. */
    record Places(Optional<Integer> row, Unit unit) {
        enum Unit {
            LINE,
            PAGE,
            ROW
        }
    }

    Location at(int line) {
        return switch (places.unit) {
            case LINE -> new Location(text.name(), Math.max(1, line), 1, 0);
            case PAGE -> Location.file(text.name());
            case ROW -> new Location(text.name(), places.row.orElse(1), 1, 0);
        };
    }
}
