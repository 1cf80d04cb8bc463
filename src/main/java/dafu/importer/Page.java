package dafu.importer;

import dafu.importer.Finding.Certainty;
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
 * @param said values that the page's head or the list's columns name, by key
 * @param pictures those that stand in the letter: a text cannot hold them
 * @param masks the personal data that was masked
 * @param place the line of the file that stands for all of the text; 0 where lines of the text are lines of the file
 */
record Page(
        Source text,
        int from,
        int to,
        Map<String, Said> said,
        Optional<String> url,
        List<Note> pictures,
        List<Note> masks,
        int place) {
    /** A value as written, where, and how sure that makes it. */
    record Said(String value, String where, Certainty certainty) {}

    /** A text that is all letter. */
    static Page of(Source text, Map<String, Said> said, List<Note> masks, int place) {
        return new Page(text, 1, text.lines() + 1, Map.copyOf(said), Optional.empty(), List.of(), masks, place);
    }

    Location at(int line) {
        return new Location(text.name(), place > 0 ? place : Math.max(1, line), 1, 0);
    }
}
